import { same } from '../../kustomize/jsonPatch';
import { createNamespace } from '../../repository/commands';
import { code } from '../../repository/markdown';
import {
  neededSecrets,
  type NeededSecret,
} from '../../repository/neededSecrets';
import { secretCommandsOf } from '../../repository/secretCommands';
import { hasMoved, type StepRule } from './StepRule';

/** Of the Secrets that are needed those that were not, with only the keys that are new. */
function newSecrets(was: NeededSecret[], is: NeededSecret[]): NeededSecret[] {
  return is.flatMap((secret): NeededSecret[] => {
    const old = was.find(
      each => each.name === secret.name && each.kind === secret.kind,
    );
    if (old === undefined) {
      return [secret];
    }
    if (secret.kind !== 'generic' || old.kind !== 'generic') {
      return same(old, secret) ? [] : [secret];
    }
    const keys = secret.keys.filter(
      ({ key }) => !old.keys.some(each => each.key === key),
    );
    return keys.length === 0 ? [] : [{ ...secret, keys }];
  });
}

/** The namespace, and what the pods read from it. */
export const secrets: StepRule = ({ sides, before, after }) => {
  if (after === undefined) {
    return [];
  }
  const isNew = before === undefined || hasMoved(before, after);
  const needed = newSecrets(
    isNew ? [] : neededSecrets(sides.before, before),
    neededSecrets(sides.after, after),
  );
  const external =
    sides.after.instance.secrets.source === 'externalSecrets' &&
    (isNew ||
      !same(before.values.externalSecrets, after.values.externalSecrets));
  return [
    ...(isNew
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Create the namespace ${after.namespace}`,
            environment: after.name,
            text: `In the cluster ${code(after.answers.cluster)}.`,
            commands: createNamespace(after),
          },
        ]
      : []),
    ...(needed.length > 0
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Create what ${after.name} reads from Secrets`,
            environment: after.name,
            text: `${needed
              .map(({ name, what }) => `${code(name)}: ${what}`)
              .join('; ')}. The commands ask for what only a person knows.`,
            commands: needed.flatMap(secret =>
              secretCommandsOf(secret, after, isNew),
            ),
          },
        ]
      : []),
    ...(external
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Put the new keys of ${after.name} into the store`,
            environment: after.name,
            text: `${code(
              'docs/secrets.md',
            )} of the new version lists the keys. Without them the Secret is not written and the pods do not start.`,
            commands: [],
          },
        ]
      : []),
  ];
};
