/** A part of a remedy: words, or a command to run. */
export type RemedyPart = { text: string } | { command: string };

/** Words in single quotes are one word to a shell, whatever they hold. */
const COMMAND = /\b(?:kubectl|cmctl) (?:'(?:[^']|'\\'')*'|[^;,()'])+/g;

/** Takes a remedy apart, so that its commands can be copied. */
export function remedyParts(remedy: string): RemedyPart[] {
  const parts: RemedyPart[] = [];
  let from = 0;
  for (const match of remedy.matchAll(COMMAND)) {
    const command = match[0].trimEnd();
    if (match.index > from) {
      parts.push({ text: remedy.slice(from, match.index) });
    }
    parts.push({ command });
    from = match.index + command.length;
  }
  if (from < remedy.length) {
    parts.push({ text: remedy.slice(from) });
  }
  return parts;
}
