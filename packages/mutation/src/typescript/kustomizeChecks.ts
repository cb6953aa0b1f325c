import { isDeepStrictEqual } from 'node:util';
import type { KustomizeEnvironment } from '@alexandriaproject/alexandria-manifests';
import type { KustomizeServer } from '@alexandriaproject/test-rig';
import type { Corpus } from '../corpus/Corpus';
import type { Check } from './checks';
import type { Subject } from './Subject';

type Files = Readonly<Record<string, string>>;

/** Every accepted case that may be in git, as an environment. */
function environmentsOf(
  subject: Subject,
  { accepted }: Corpus,
): KustomizeEnvironment[] {
  return accepted.flatMap(({ values, release }, index) => {
    const resolved = subject.resolveValues([values], release);
    return resolved.ok && subject.gitopsIssues(resolved.value).length === 0
      ? [{ name: `e${index}`, values: resolved.value, release }]
      : [];
  });
}

function below(files: Files, ...folders: string[]): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) =>
      folders.some(folder => path.startsWith(`${folder}/`)),
    ),
  );
}

/**
 * `kubectl kustomize` of every overlay gives what is rendered, over the first environment and over the last as the base.
 * An overlay whose files are those of the package as it is need not be built.
 */
export function kustomizeChecks(
  subject: Subject,
  corpus: Corpus,
  kustomize: KustomizeServer,
): Check[] {
  const environments = environmentsOf(subject, corpus);
  const expected = new Map(
    environments.map(({ name, values, release }) => [
      name,
      subject.byIdentity(subject.renderObjects(values, release)),
    ]),
  );
  const filesOver = (base: string): Files =>
    Object.fromEntries(
      subject
        .renderKustomize(environments, base)
        .map(({ path, content }) => [path, content]),
    );

  async function builds(files: Files, name: string): Promise<boolean> {
    const overlay = `overlays/${name}`;
    const answer = await kustomize.build({
      files: below(files, 'manifests', overlay),
      target: overlay,
    });
    return (
      answer.ok &&
      isDeepStrictEqual(
        subject.byIdentity(subject.parseManifests(answer.output)),
        expected.get(name),
      )
    );
  }

  return [environments[0].name, environments[environments.length - 1].name].map(
    base => {
      let known: Files = {};
      return {
        name: `overlays over ${base}`,
        slow: true,
        async holds() {
          const files = filesOver(base);
          for (const { name } of environments) {
            const folders = ['manifests', `overlays/${name}`];
            const same = isDeepStrictEqual(
              below(files, ...folders),
              below(known, ...folders),
            );
            if (!same && !(await builds(files, name))) {
              return false;
            }
          }
          if (Object.keys(known).length === 0) {
            known = files;
          }
          return true;
        },
      };
    },
  );
}
