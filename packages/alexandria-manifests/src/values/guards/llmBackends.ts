import { LlmBackend } from '../model/llmBackend';
import { Values } from '../valuesSchema';
import { Guard, repeated } from './Guard';

function ownSources(values: Values, backend: LlmBackend): number {
  const fromStore =
    values.externalSecrets.enabled &&
    Object.hasOwn(values.externalSecrets.llmApiKeys, backend.name);
  return (backend.apiKeySecretRef === undefined ? 0 : 1) + (fromStore ? 1 : 0);
}

function where(
  values: Values,
  key: string,
  broken: (backend: LlmBackend, index: number) => boolean,
): string[] {
  return values.llmBackends.flatMap((backend, index) =>
    broken(backend, index) ? [`llmBackends[${index}].${key}`] : [],
  );
}

const sources = ['llmBackends', 'externalSecrets', 'extraEnv'];

export const llmBackendGuards: Guard[] = [
  {
    id: 'llm-backend-repeated',
    message: 'is the name of another LLM backend too',
    remedy: 'Give each backend its own name',
    reads: ['llmBackends'],
    check: ({ llmBackends }) =>
      repeated(llmBackends, backend => backend.name).map(
        index => `llmBackends[${index}].name`,
      ),
  },
  {
    id: 'llm-key-without-variable',
    message: 'needs apiKeyEnvVar, the variable that delivers the key',
    remedy: 'Set apiKeyEnvVar, or leave the reference out',
    reads: ['llmBackends'],
    check: values =>
      where(
        values,
        'apiKeySecretRef',
        backend =>
          backend.apiKeySecretRef !== undefined &&
          backend.apiKeyEnvVar === undefined,
      ),
  },
  {
    id: 'llm-key-without-source',
    message: 'has no source',
    remedy:
      'Set apiKeySecretRef, externalSecrets.llmApiKeys, extraEnv.orchestrator or extraEnvFrom.orchestrator',
    reads: [...sources, 'extraEnvFrom'],
    check: values =>
      where(
        values,
        'apiKeyEnvVar',
        backend =>
          backend.apiKeyEnvVar !== undefined &&
          values.extraEnvFrom.orchestrator.length === 0 &&
          !values.extraEnv.orchestrator.some(
            variable => variable.name === backend.apiKeyEnvVar,
          ) &&
          !values.llmBackends.some(
            other =>
              other.apiKeyEnvVar === backend.apiKeyEnvVar &&
              ownSources(values, other) > 0,
          ),
      ),
  },
  {
    id: 'llm-key-two-sources',
    message: 'has more than one source',
    remedy:
      'Keep one of apiKeySecretRef, externalSecrets.llmApiKeys and extraEnv.orchestrator, and one backend that names it',
    reads: sources,
    check: values =>
      where(values, 'apiKeyEnvVar', (backend, index) => {
        if (backend.apiKeyEnvVar === undefined) {
          return false;
        }
        const here = ownSources(values, backend);
        const before = values.llmBackends
          .slice(0, index)
          .some(
            other =>
              other.apiKeyEnvVar === backend.apiKeyEnvVar &&
              ownSources(values, other) > 0,
          );
        const extra = values.extraEnv.orchestrator.some(
          variable => variable.name === backend.apiKeyEnvVar,
        );
        return here > 1 || (here > 0 && (before || extra));
      }),
  },
];
