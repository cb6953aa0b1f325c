/** Counts the hostile inputs of a suite, and says at its end how many there were. */
export class Tally {
  readonly #what: string;
  #accepted = 0;
  #refused = 0;

  /** @param what - what was attacked */
  constructor(what: string) {
    this.#what = what;
  }

  get tried(): number {
    return this.#accepted + this.#refused;
  }

  count(outcome: 'accepted' | 'refused'): void {
    if (outcome === 'accepted') {
      this.#accepted++;
    } else {
      this.#refused++;
    }
  }

  toString(): string {
    return `Hostile input, ${this.#what}: ${this.tried} tried, ${
      this.#refused
    } refused, ${this.#accepted} taken as text`;
  }

  print(): void {
    process.stderr.write(`${this}\n`);
  }
}
