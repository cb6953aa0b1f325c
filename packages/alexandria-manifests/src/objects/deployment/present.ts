/** Leaves out what is empty: undefined, null, "", an empty list and an empty map. Zero and false stay. */
export function present(
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object'
    ? Object.keys(value ?? {}).length === 0
    : value === undefined || value === '';
}
