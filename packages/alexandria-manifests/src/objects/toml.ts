/** A value of a TOML table. */
export type TomlValue = string | boolean | number | readonly TomlValue[];

const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
};

function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) {
    return short;
  }
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code > 0xffff
    ? `\\U${hex.padStart(8, '0')}`
    : `\\u${hex.padStart(4, '0')}`;
}

/**
 * A basic string in plain ASCII, as `printf "%+q"` writes it in the chart: no reader of the ConfigMap's YAML can take a
 * character of it for a line break or refuse it.
 */
function tomlString(text: string): string {
  return `"${text.replace(/["\\]|[^ -~]/gu, escapeCharacter)}"`;
}

/** A value in TOML. Numbers are integers. */
export function tomlValue(value: TomlValue): string {
  switch (typeof value) {
    case 'string':
      return tomlString(value);
    case 'boolean':
      return String(value);
    case 'number':
      return BigInt(value).toString();
    default:
      return `[${value.map(tomlValue).join(', ')}]`;
  }
}

/** A line `key = value`. The key is a bare one. */
export function tomlLine(key: string, value: TomlValue): string {
  return `${key} = ${tomlValue(value)}`;
}
