import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { llmBackendGuards } from './llmBackends';

const backend = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
};
const keyed = { ...backend, apiKeyEnvVar: 'KEY' };
const keyRef = { apiKeySecretRef: { name: 'llm', key: 'claude' } };
const store = { enabled: true };
const cases: GuardCase[] = [
  [
    'llm-backend-repeated',
    { llmBackends: [backend, backend] },
    'llmBackends[1].name',
    { llmBackends: [backend, { ...backend, name: 'other' }] },
  ],
  [
    'llm-key-without-variable',
    { llmBackends: [{ ...backend, ...keyRef }] },
    'llmBackends[0].apiKeySecretRef',
    { llmBackends: [{ ...keyed, ...keyRef }] },
  ],
  [
    'llm-key-without-source',
    { llmBackends: [keyed] },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [keyed],
      extraEnv: { orchestrator: [{ name: 'KEY', value: 'x' }] },
    },
  ],
  [
    'llm-key-without-source',
    { llmBackends: [keyed], extraEnv: { api: [{ name: 'KEY', value: 'x' }] } },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [keyed],
      extraEnvFrom: { orchestrator: [{ secretRef: { name: 'llm' } }] },
    },
  ],
  [
    'llm-key-two-sources',
    {
      llmBackends: [{ ...keyed, ...keyRef }],
      extraEnv: { orchestrator: [{ name: 'KEY', value: 'x' }] },
    },
    'llmBackends[0].apiKeyEnvVar',
    {
      llmBackends: [{ ...keyed, ...keyRef }],
      extraEnv: { orchestrator: [{ name: 'OTHER', value: 'x' }] },
    },
  ],
  [
    'llm-key-two-sources',
    {
      llmBackends: [
        { ...keyed, ...keyRef },
        { ...keyed, ...keyRef, name: 'b' },
      ],
    },
    'llmBackends[1].apiKeyEnvVar',
    {
      llmBackends: [
        { ...keyed, ...keyRef },
        { ...keyed, name: 'b' },
      ],
    },
  ],
  [
    'llm-key-two-sources',
    {
      externalSecrets: { ...store, llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [{ ...keyed, ...keyRef }],
    },
    'llmBackends[0].apiKeyEnvVar',
    {
      externalSecrets: { llmApiKeys: { claude: { key: 'k' } } },
      llmBackends: [{ ...keyed, ...keyRef }],
    },
  ],
];

describe('the guards of LLM backends', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('say nothing of the sources of keys that have no variable', () => {
    const llmBackends = ['a', 'b'].map(name => ({
      ...backend,
      ...keyRef,
      name,
    }));
    expect(reported({ llmBackends })).toEqual(
      [0, 1].map(index => ({
        path: `llmBackends[${index}].apiKeySecretRef`,
        ...ruleOf('llm-key-without-variable'),
      })),
    );
  });

  it('have a case each', () => {
    expect(uncovered(llmBackendGuards, cases)).toEqual([]);
  });
});
