import { isDeepStrictEqual } from 'node:util';
import type { Values } from '@alexandriaproject/alexandria-manifests';
import type { HelmServer, LineAnswer } from '@alexandriaproject/test-rig';
import { join } from 'node:path';
import type { Corpus, ValuesCase } from '../corpus/Corpus';
import { renderChart, reportOf } from '../corpus/renderChart';
import { manifestsFolder } from './Sandbox';
import type { Subject } from './Subject';

/** One thing that holds of the package as it is. */
export interface Check {
  name: string;
  holds(): boolean | Promise<boolean>;
  /** Asked only when no other notices. */
  slow?: boolean;
}

/** What the values model says of values, in the words of the chart's report. */
function modelReport(subject: Subject, { values, release }: ValuesCase) {
  const result = subject.resolveValues([values], release);
  return result.ok
    ? []
    : result.issues
        .map(({ path, message, remedy }) => `${path}: ${message}. ${remedy}`)
        .sort();
}

function acceptedChecks(
  subject: Subject,
  given: ValuesCase,
  output: string,
): Check[] {
  const { name, values, release } = given;
  const result = subject.resolveValues([values], release);
  if (!result.ok) {
    throw new Error(`${name} is not accepted`);
  }
  const resolved: Values = result.value;
  const { byIdentity, isHook } = subject;
  const manifests = subject.parseManifests(output);
  const all = byIdentity(manifests);
  const applied = byIdentity(manifests.filter(each => !isHook(each)));
  const holdsSecretOrHook = Object.values(all).some(
    ({ kind }) => kind === 'Secret' || kind === 'Job',
  );
  return [
    {
      name: `${name}: accepted`,
      holds: () => modelReport(subject, given).length === 0,
    },
    {
      name: `${name}: rendered`,
      holds: () =>
        isDeepStrictEqual(
          byIdentity(
            subject.renderObjects(resolved, release, {
              hooks: true,
              tests: true,
            }),
          ),
          all,
        ),
    },
    {
      name: `${name}: rendered without hooks and tests`,
      holds: () =>
        isDeepStrictEqual(
          byIdentity(subject.renderObjects(resolved, release)),
          applied,
        ),
    },
    {
      name: `${name}: kept out of git`,
      holds: () =>
        !holdsSecretOrHook || subject.gitopsIssues(resolved).length > 0,
    },
  ];
}

function brokenCheck(
  subject: Subject,
  given: ValuesCase,
  answer: LineAnswer,
): Check {
  const report = answer.ok ? undefined : reportOf(answer.error);
  if (report === undefined) {
    throw new Error(`the chart does not refuse ${given.name}`);
  }
  return {
    name: `${given.name}: refused`,
    holds: () => isDeepStrictEqual(modelReport(subject, given), report),
  };
}

/** What real Helm, asked once, says of the corpus, held against the renderer and the values model. */
export async function checksOf(
  subject: Subject,
  corpus: Corpus,
  helm: HelmServer,
): Promise<Check[]> {
  const chart = join(manifestsFolder, 'chart');
  const checks: Check[] = [
    {
      name: 'every guard has a case',
      holds: () =>
        isDeepStrictEqual(
          new Set(subject.guards.map(({ id }) => id)),
          corpus.guardIds,
        ),
    },
    {
      name: 'guards declare what they read',
      slow: true,
      holds: () =>
        subject.misdeclaredReads(subject.guards, corpus.complete).length === 0,
    },
  ];
  for (const given of corpus.accepted) {
    const answer = await renderChart(helm, chart, given);
    if (!answer.ok) {
      throw new Error(`the chart refuses ${given.name}: ${answer.error}`);
    }
    checks.push(...acceptedChecks(subject, given, answer.output));
  }
  for (const given of corpus.broken) {
    checks.push(
      brokenCheck(subject, given, await renderChart(helm, chart, given)),
    );
  }
  return checks;
}
