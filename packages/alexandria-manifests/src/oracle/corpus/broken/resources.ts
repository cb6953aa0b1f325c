import { BrokenCase } from './BrokenCase';

export const brokenResources: BrokenCase[] = [
  {
    id: 'request-above-limit',
    values: {
      resources: {
        api: { requests: { cpu: '501m', memory: 536870913 } },
        orchestrator: { limits: { cpu: 0.1, memory: '0.25Gi' } },
        dashboard: { requests: { cpu: '0.1', memory: '67108864' } },
        init: {
          requests: { memory: '1Ei', 'ephemeral-storage': '1.001Ki' },
          limits: { memory: '1.1E', 'ephemeral-storage': '1k' },
        },
        jobs: { requests: { cpu: 1 }, limits: null },
      },
    },
  },
  {
    id: 'resource-fraction-of-byte',
    values: {
      resources: {
        api: { requests: { memory: '512m', 'ephemeral-storage': 0.5 } },
        orchestrator: { limits: { memory: '2147483648.5' } },
        dashboard: { limits: { cpu: 0.5 } },
      },
    },
  },
];
