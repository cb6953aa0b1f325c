const KEPT = 12;

/** What noticed a mutant often notices the next one in the file: it is asked first. */
export class RecentFirst<Check> {
  private readonly byFile = new Map<string, Check[]>();

  /** The checks in the order in which they are to be asked about a file. */
  order(file: string, checks: readonly Check[]): Check[] {
    const recent = this.byFile.get(file) ?? [];
    const asked = new Set(checks);
    const first = recent.filter(check => asked.has(check));
    const known = new Set(first);
    return [...first, ...checks.filter(check => !known.has(check))];
  }

  /** Says that a check noticed a mutant of a file. */
  noticed(file: string, check: Check): void {
    const others = (this.byFile.get(file) ?? []).filter(
      other => other !== check,
    );
    this.byFile.set(file, [check, ...others].slice(0, KEPT));
  }
}
