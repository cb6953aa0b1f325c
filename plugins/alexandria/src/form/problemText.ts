import type { Issue } from '@alexandriaproject/alexandria-manifests';

/** A sentence begins with a capital, unless it begins with the path of a value, and ends with a full stop. */
function sentence(text: string): string {
  const start = /^[a-z]+ /.test(text)
    ? `${text.charAt(0).toUpperCase()}${text.slice(1)}`
    : text;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** The problems of one field as its error message: the field says where and shows what was given. */
export function problemText(problems: readonly Issue[]): string | undefined {
  return problems.length === 0
    ? undefined
    : problems
        .flatMap(({ message, remedy }) =>
          remedy === undefined ? [message] : [message, remedy],
        )
        .map(sentence)
        .join(' ');
}
