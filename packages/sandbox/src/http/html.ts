/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | Html[] | undefined;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Template tag: what is put in is escaped for element content and quoted
 * attribute values, unless it is {@link Html}. `undefined` is nothing.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    strings
      .map((part, i) => (i === 0 ? part : toText(values[i - 1]) + part))
      .join(''),
  );
}

function toText(value: Value): string {
  if (value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(toText).join('');
  }
  return value instanceof Html
    ? value.text
    : String(value).replace(/[&<>"']/g, character => ENTITIES[character]);
}
