/** A text with places, each of which is named by a word that occurs in it for nothing else. */
export class Template {
  readonly #parts: readonly string[];

  constructor(text: string, places: readonly string[]) {
    this.#parts = text.split(new RegExp(`(${places.join('|')})`));
  }

  /** @param values - what stands at each place */
  fill(values: Readonly<Record<string, string>>): string {
    // Between any two texts that were split apart is what they were split at.
    return this.#parts
      .map((part, index) => (index % 2 === 1 ? values[part] : part))
      .join('');
  }
}
