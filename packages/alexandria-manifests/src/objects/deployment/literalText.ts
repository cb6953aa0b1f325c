/** Text in which the kubelet sees no reference to a variable: it reads `$(NAME)` in arguments and env values, and `$$` as `$`. */
export function literalText(text: string): string {
  return text.replace(/\$/g, '$$$$');
}
