const PLACEHOLDER = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/**
 * Puts values, encoded for a URL, in place of `{{ name }}`.
 *
 * @returns undefined when one of them is not known, or what comes out is no address to open: neither of http or https, nor a
 * path of the portal
 */
export function fillTemplate(
  template: string,
  values: Record<string, string | undefined>,
): string | undefined {
  let isComplete = true;
  const filled = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    isComplete &&= value !== undefined && value !== '';
    return encodeURIComponent(value ?? '');
  });
  const isAddress = /^(https?:\/\/|\/(?!\/))/i.test(filled);
  return isComplete && isAddress ? filled : undefined;
}
