import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Scope } from './scopes';

/** A release whose version and appVersion show how labels treat them: "+" may not stand in one, and 1.10 is no number. */
const VERSIONS: [RegExp, string][] = [
  [/^version: .*$/m, 'version: 1.2.3+build.4'],
  [/^appVersion: .*$/m, "appVersion: '1.10'"],
];

/** A chart of our own, of a scope's templates only, one of which may be changed at a time. */
export class ChartCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'mutated-chart-'));

  /** @param templates - all of the chart's, by path within it */
  constructor(
    chart: string,
    templates: readonly string[],
    private readonly scope: Scope,
  ) {
    writeFileSync(
      join(this.folder, 'Chart.yaml'),
      VERSIONS.reduce(
        (text, [line, other]) => text.replace(line, other),
        readFileSync(join(chart, 'Chart.yaml'), 'utf8'),
      ),
    );
    cpSync(join(chart, 'values.yaml'), join(this.folder, 'values.yaml'));
    for (const path of templates.filter(scope.keeps)) {
      this.write(path, readFileSync(join(chart, path), 'utf8'));
    }
    for (const [path, content] of Object.entries(scope.adds)) {
      this.write(path, content);
    }
  }

  /** Gives a template another content. */
  write(path: string, content: string): void {
    const { path: target, content: written } = this.scope.placed(path, content);
    const file = join(this.folder, target);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
