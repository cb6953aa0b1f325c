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
  {
    // Of all of these only 1000000002 is more, and not by what binary fractions lose.
    id: 'request-above-limit',
    values: {
      resources: {
        api: {
          requests: { memory: 1000000001, 'ephemeral-storage': 1000000002 },
          limits: { memory: 1000000000, 'ephemeral-storage': 1000000000 },
        },
        init: {
          requests: { memory: '1Ei', 'ephemeral-storage': '1000P' },
          limits: { memory: '1024Pi', 'ephemeral-storage': '1E' },
        },
        jobs: {
          requests: { memory: '1024Pi', 'ephemeral-storage': '1E' },
          limits: { memory: '1Ei', 'ephemeral-storage': '1000P' },
        },
      },
    },
  },
];
