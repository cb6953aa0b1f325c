import { Policy } from './Policy';
import { podsOf } from './pods';

/** The one pod that talks to the API server with what the kubelet mounts. */
const NEEDS_TOKEN = /^Job .+-saml-cert$/;

export const serviceAccountToken: Policy = {
  name: 'service-account-token',
  what: 'No pod gets the token of its service account mounted, but the SAML Job’s; a projected token is mounted in api and orchestrator alone.',
  why: 'Who breaks into the dashboard, which strangers reach, is to find no credential.',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  unless: {
    values: ({ extraContainers, extraVolumes, extraVolumeMounts }) =>
      extraContainers.length + extraVolumes.length > 0 ||
      extraVolumeMounts.dashboard.length > 0,
    because: 'a team may mount what it likes in containers',
  },
  check: objects =>
    podsOf(objects).flatMap(({ owner, spec }) => {
      const tokens = (spec.volumes ?? [])
        .filter(({ projected }) =>
          projected?.sources.some(source => 'serviceAccountToken' in source),
        )
        .map(({ name }) => name);
      const all = [...(spec.initContainers ?? []), ...spec.containers];
      return [
        ...((spec.automountServiceAccountToken === false) ===
        NEEDS_TOKEN.test(owner)
          ? [
              `${owner} ${
                NEEDS_TOKEN.test(owner) ? 'has no token' : 'gets a token'
              }`,
            ]
          : []),
        ...all
          .filter(
            ({ name, volumeMounts = [] }) =>
              !['api', 'orchestrator'].includes(name) &&
              volumeMounts.some(mount => tokens.includes(mount.name)),
          )
          .map(({ name }) => `${owner}, ${name} gets a token`),
      ];
    }),
};
