import { isDeepStrictEqual } from 'node:util';
import {
  HelmServer,
  KustomizeServer,
  LineAnswer,
  startHelmServer,
  startKustomizeServer,
} from '@alexandriaproject/test-rig';
import { KustomizeEnvironment, renderKustomize } from '../../kustomize';
import { renderObjects } from '../../objects';
import { gitopsIssues } from '../../values/gitopsIssues';
import { resolveValues } from '../../values/resolveValues';
import { Values, ValuesInput } from '../../values/valuesSchema';
import { accepted } from '../corpus/accepted';
import { Draw } from './Draw';
import { alexandria, CHART } from './helmTemplate';
import { byIdentity, Manifest, nothings, parseManifests } from './manifests';
import { readDraw, Reading } from './readDraw';

/** What became of a draw on which everybody agreed. */
export interface Verdict {
  /** Accepted by all, refused by all, or refused by our reader of YAML, which refuses more than Helm's. */
  outcome: 'accepted' | 'refused' | 'unread';
  /** Whether kubectl kustomize took part. */
  kustomize: boolean;
}

/** Two of them mean different things by one draw. */
export class Difference extends Error {}

type Objects = Record<string, Manifest>;

/** The first place at which two trees are not the same. */
function firstDifference(one: unknown, other: unknown, path = ''): string {
  const isTree = (node: unknown): node is Record<string, unknown> =>
    typeof node === 'object' && node !== null;
  if (
    isTree(one) &&
    isTree(other) &&
    Array.isArray(one) === Array.isArray(other)
  ) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (!isDeepStrictEqual(one[key], other[key])) {
        return firstDifference(one[key], other[key], `${path}/${key}`);
      }
    }
  }
  const shown = (value: unknown) =>
    (JSON.stringify(value) ?? 'nothing').slice(0, 500);
  return `${path}: ${shown(one)}, not ${shown(other)}`;
}

function expectSame(who: string, objects: Objects, expected: Objects) {
  if (!isDeepStrictEqual(objects, expected)) {
    throw new Difference(
      `${who} has, where the renderer is expected second, ${firstDifference(
        objects,
        expected,
      )}`,
    );
  }
}

function parsed(who: string, output: string): Objects {
  try {
    return byIdentity(parseManifests(output));
  } catch (error) {
    throw new Difference(`${who} prints what cannot be read: ${error}`);
  }
}

/** The lines of the chart's own report, sorted; undefined when something else refused the values. */
function reportOf(error: string): string[] | undefined {
  const [, report] = error.split('these values cannot be deployed:\n');
  return report
    ?.split('\n')
    .filter(line => line.startsWith('- '))
    .map(line => line.slice(2))
    .sort();
}

function expectRefused(who: string, answer: LineAnswer, reading: Reading) {
  if (reading.ok) {
    return;
  }
  const lines = reading.issues
    .map(({ path, message, remedy }) => `${path}: ${message}. ${remedy}`)
    .sort();
  if (answer.ok) {
    throw new Difference(`${who} renders what we refuse: ${lines.join('\n')}`);
  }
  const report = reportOf(answer.error);
  if (report !== undefined && !isDeepStrictEqual(report, lines)) {
    throw new Difference(
      `${who} reports, where our report is expected second, ${firstDifference(
        report,
        lines,
      )}`,
    );
  }
}

const environment = (
  name: string,
  values: Values,
  release: KustomizeEnvironment['release'],
): KustomizeEnvironment => ({ name, values, release });

/** What the overlay of a draw may stand beside. */
const neighbours = accepted.flatMap(({ values, release = alexandria }) => {
  const resolved = resolveValues([values as ValuesInput], release);
  return resolved.ok && gitopsIssues(resolved.value).length === 0
    ? [environment('neighbour', resolved.value, release)]
    : [];
});

/** Helm 4 stops without a word where an expression ends within brackets; Helm 3 and this package refuse it. */
const endsInBrackets = (expression: string) =>
  /\[(?:[^\]\\]|\\[^])*\\?$/.test(expression);

/** The two Helms, kubectl kustomize and the renderer, asked what they make of a draw. */
export class Oracle {
  private constructor(
    private readonly helms: Record<3 | 4, HelmServer>,
    private readonly kustomize: KustomizeServer,
  ) {}

  static async start(): Promise<Oracle> {
    return new Oracle(
      { 3: await startHelmServer(3), 4: await startHelmServer(4) },
      await startKustomizeServer(),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(
      [this.helms[3], this.helms[4], this.kustomize].map(server =>
        server.stop(),
      ),
    );
  }

  /** @throws Difference when they do not agree */
  async judge(draw: Draw): Promise<Verdict> {
    const { files, set, release } = draw;
    const request = {
      chart: CHART,
      release: release.name,
      namespace: release.namespace,
      values: files,
      set,
    };
    const answering = Promise.all(
      ([3, 4] as const).map(major => this.helms[major].template(request)),
    );
    const reading = readDraw(draw);
    if (!reading.ok) {
      const answers = await answering;
      if (reading.stage === 'file') {
        return { outcome: 'unread', kustomize: false };
      }
      const judged = set.some(endsInBrackets) ? answers.slice(0, 1) : answers;
      judged.forEach((answer, index) =>
        expectRefused(`Helm ${index + 3}`, answer, reading),
      );
      return { outcome: 'refused', kustomize: false };
    }
    const [kustomize, answers] = await Promise.all([
      this.kustomizes(draw, reading.values),
      answering,
    ]);
    const expected = renderObjects(reading.values, release, {
      hooks: true,
      tests: true,
    });
    const empty = nothings(expected);
    if (empty.length > 0) {
      throw new Difference(`the renderer has nothing at ${empty.join()}`);
    }
    const outputs = answers.map((answer, index) => {
      if (!answer.ok) {
        throw new Difference(
          `Helm ${index + 3} refuses what we take: ${answer.error}`,
        );
      }
      return answer.output;
    });
    const wanted = byIdentity(expected);
    outputs.forEach((output, index) => {
      if (index === 0 || output !== outputs[0]) {
        const who = `Helm ${index + 3}`;
        expectSame(who, parsed(who, output), wanted);
      }
    });
    return { outcome: 'accepted', kustomize };
  }

  /** Builds, of the ways in which a base and an overlay can meet, the one that the draw's length comes to. */
  private async kustomizes(
    { files, release }: Draw,
    values: Values,
  ): Promise<boolean> {
    if (gitopsIssues(values).length > 0) {
      return false;
    }
    const drawn = environment('drawn', values, release);
    const { length } = files.join('');
    const neighbour = neighbours[length % neighbours.length];
    const [base, target] = (
      [
        [drawn, drawn],
        [neighbour, drawn],
        [drawn, neighbour],
      ] as const
    )[length % 3];
    const who = `kubectl kustomize of the overlay ${target.name} on the base of ${base.name}`;
    const tree = renderKustomize([drawn, neighbour], base.name);
    const answer = await this.kustomize.build({
      files: Object.fromEntries(
        tree.map(({ path, content }) => [path, content]),
      ),
      target: `overlays/${target.name}`,
    });
    if (!answer.ok) {
      throw new Difference(`${who} fails: ${answer.error}`);
    }
    expectSame(
      who,
      parsed(who, answer.output),
      byIdentity(renderObjects(target.values, target.release)),
    );
    return true;
  }
}
