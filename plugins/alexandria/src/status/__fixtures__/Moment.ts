const UNITS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** Times before and after a moment, so that fixtures look the same whenever they are shown. */
export class Moment {
  constructor(readonly now: Date) {}

  #at(milliseconds: number): string {
    return new Date(this.now.getTime() + milliseconds).toISOString();
  }

  ago(count: number, unit: keyof typeof UNITS): string {
    return this.#at(-count * UNITS[unit]);
  }

  in(count: number, unit: keyof typeof UNITS): string {
    return this.#at(count * UNITS[unit]);
  }
}
