import { defaultValues } from '../../values/defaultValues';
import { Policy } from './Policy';
import { containersOf, podsOf } from './pods';

interface Context {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  privileged?: boolean;
  capabilities?: { add?: string[]; drop?: string[] };
  seccompProfile?: { type: string };
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

export const securityContext: Policy = {
  name: 'security-context',
  what: 'Every container runs as a user that is not root, cannot gain privileges, has no capability, has seccomp’s default profile and a root file system that is read-only.',
  why: 'Pod Security "restricted", which the API server enforces, and a file system that an intruder cannot write to.',
  source:
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  unless: {
    values: values =>
      values.extraContainers.length > 0 ||
      !same(values.podSecurityContext, defaultValues.podSecurityContext) ||
      !same(
        values.containerSecurityContext,
        defaultValues.containerSecurityContext,
      ),
    because:
      'extra containers bring their own context, and a team may set both contexts',
  },
  check: objects =>
    podsOf(objects).flatMap(pod =>
      containersOf(pod).flatMap(({ where, container }) => {
        const own = (container.securityContext ?? {}) as Context;
        const both: Context = { ...pod.spec.securityContext, ...own };
        const rules: [boolean, string][] = [
          [
            both.runAsNonRoot === true && both.runAsUser !== 0,
            'may run as root',
          ],
          [
            both.seccompProfile?.type === 'RuntimeDefault',
            'has no seccomp profile',
          ],
          [own.allowPrivilegeEscalation === false, 'may gain privileges'],
          [own.privileged !== true, 'is privileged'],
          [
            own.capabilities?.drop?.includes('ALL') === true,
            'keeps capabilities',
          ],
          [(own.capabilities?.add ?? []).length === 0, 'adds capabilities'],
          [
            own.readOnlyRootFilesystem === true,
            'can write to its root file system',
          ],
        ];
        return rules
          .filter(([kept]) => !kept)
          .map(([, what]) => `${where} ${what}`);
      }),
    ),
};
