import { BrokenCase } from './BrokenCase';
import { keyRef, llm } from './parts';

export const brokenLlmBackends: BrokenCase[] = [
  {
    id: 'llm-backend-repeated',
    values: {
      llmBackends: [
        { ...llm, apiKeySecretRef: keyRef },
        { ...llm, apiKeyEnvVar: undefined },
      ],
    },
  },
  {
    id: 'llm-key-without-variable',
    values: {
      llmBackends: [
        { ...llm, apiKeyEnvVar: undefined, apiKeySecretRef: keyRef },
      ],
    },
  },
  {
    id: 'llm-key-without-variable',
    values: {
      llmBackends: ['first', 'second'].map(name => ({
        ...llm,
        name,
        apiKeyEnvVar: undefined,
        apiKeySecretRef: keyRef,
      })),
    },
  },
  { id: 'llm-key-without-source', values: { llmBackends: [llm] } },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [{ ...llm, apiKeySecretRef: keyRef }],
      externalSecrets: { enabled: true, llmApiKeys: { claude: { key: 'a' } } },
    },
  },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [
        { ...llm, apiKeySecretRef: keyRef },
        { ...llm, name: 'second', apiKeySecretRef: keyRef },
      ],
    },
  },
  {
    id: 'llm-key-two-sources',
    values: {
      llmBackends: [{ ...llm, apiKeySecretRef: keyRef }],
      extraEnv: { orchestrator: [{ name: 'ANTHROPIC_API_KEY', value: 'x' }] },
    },
  },
];
