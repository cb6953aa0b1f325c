import type { Finding } from './Observed';

/** What the stages of the test rig read from annotations of a pod. */
export const BEHAVIOUR_PREFIX = 'test-rig.alexandriaproject.io';

/** A change of the pod template. */
export const template = (fields: { metadata?: object; spec?: object }) => ({
  spec: { template: fields },
});

const behaviour = (
  behaves: string,
  container: string,
  more: Record<string, string> = {},
): Record<string, string | null> => ({
  behaviour: behaves,
  container,
  'exit-code': null,
  message: null,
  ...more,
});

/** A change of the pod template that makes its pods behave; null takes an annotation away. */
export const annotated = (annotations: Record<string, string | null>) =>
  template({
    metadata: {
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `${BEHAVIOUR_PREFIX}/${key}`,
          value,
        ]),
      ),
    },
  });

/** Annotations of pods that behave as they should. */
export const wellBehaved = {
  behaviour: null,
  container: null,
  'exit-code': null,
  message: null,
};

/** A way in which containers fail, and what is to be said of it. */
interface PodFault {
  what: string;
  annotations: Record<string, string | null>;
  code: string;
  said: Partial<Record<keyof Finding, unknown>>;
}

/** Each is brought about by annotations of the pod template, and mended by taking them away. */
export const podFaults: PodFault[] = [
  {
    what: 'an image that cannot be pulled',
    annotations: behaviour('ImagePullBackOff', 'api', {
      message: 'Back-off pulling image "ghcr.io/alexandriaproject/ee-api"',
    }),
    code: 'ImagePullFailed',
    said: {
      severity: 'critical',
      cause: expect.stringMatching(/api.*ImagePullBackOff.*Back-off pulling/),
      remedy: expect.stringContaining('image.api'),
    },
  },
  {
    what: 'a crash-looping config-init',
    annotations: behaviour('CrashLoopBackOff', 'config-init', {
      'exit-code': '3',
    }),
    code: 'InitContainerFailed',
    said: {
      title: 'Init container config-init fails',
      cause: expect.stringContaining('exit code 3'),
      evidence: expect.objectContaining({
        container: 'config-init',
        exitCode: 3,
      }),
      remedy: expect.stringMatching(
        /^kubectl .*logs .*-c config-init --previous.*ConfigMap/,
      ),
    },
  },
  {
    what: 'a crash-looping orchestrator with its exit code',
    annotations: behaviour('CrashLoopBackOff', 'orchestrator', {
      'exit-code': '42',
      message: 'the model folder is locked',
    }),
    code: 'ContainerCrashLooping',
    said: {
      title: 'orchestrator crashes again and again',
      cause: expect.stringMatching(
        /exit code 42.*the model folder is locked.*(agent|query|queries)/,
      ),
      evidence: expect.objectContaining({
        container: 'orchestrator',
        exitCode: 42,
      }),
      remedy: expect.stringMatching(
        /^kubectl .*logs .*-c orchestrator --previous/,
      ),
    },
  },
  {
    what: 'a container that is killed for its memory',
    annotations: behaviour('OOMKilled', 'orchestrator'),
    code: 'ContainerOutOfMemory',
    said: {
      cause: expect.stringContaining('exit code 137, OOMKilled'),
      remedy: expect.stringMatching(
        /^Raise resources\.orchestrator\.limits\.memory/,
      ),
    },
  },
  {
    what: 'a missing Secret',
    annotations: behaviour('CreateContainerConfigError', 'api', {
      message: 'secret "alexandria-auth" not found',
    }),
    code: 'SecretMissing',
    said: {
      title: 'Secret alexandria-auth is not there',
      cause: expect.stringContaining('secret "alexandria-auth" not found'),
      remedy: expect.stringMatching(
        /^kubectl .*create secret generic alexandria-auth .*--from-file=jwt-secret=FILE/,
      ),
    },
  },
  {
    what: 'a missing key',
    annotations: behaviour('CreateContainerConfigError', 'api', {
      message:
        "couldn't find key jwt-secret in Secret alexandria/alexandria-auth",
    }),
    code: 'SecretKeyMissing',
    said: {
      title: 'Secret alexandria-auth has no key jwt-secret',
      cause: expect.stringContaining("couldn't find key jwt-secret"),
      remedy: expect.stringContaining('--from-file=jwt-secret=FILE'),
    },
  },
];
