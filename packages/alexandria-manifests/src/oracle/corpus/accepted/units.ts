import { AcceptedCase } from './AcceptedCase';

type Amounts = Record<string, string | number>;

/** The same amounts, written twice. */
const amounts: [use: string, one: Amounts, other: Amounts][] = [
  [
    'api',
    { cpu: '3000m', memory: '1Ki', 'ephemeral-storage': '1Mi' },
    { cpu: 3, memory: 1024, 'ephemeral-storage': 1048576 },
  ],
  [
    'orchestrator',
    { memory: '1Gi', 'ephemeral-storage': '1Ti' },
    { memory: 1073741824, 'ephemeral-storage': 1099511627776 },
  ],
  [
    'dashboard',
    { memory: '1k', 'ephemeral-storage': '1M' },
    { memory: 1000, 'ephemeral-storage': 1000000 },
  ],
  [
    'init',
    { memory: '1G', 'ephemeral-storage': '1T' },
    { memory: 1000000000, 'ephemeral-storage': '1000G' },
  ],
  [
    'jobs',
    { memory: '1Pi', 'ephemeral-storage': '1P' },
    { memory: '1024Ti', 'ephemeral-storage': '1000T' },
  ],
];

/** A certificate's life, and a renewal just before its end. */
const durations = [
  ['1h', '59m59s'],
  ['1m', '59999ms'],
  ['1s', '999999us'],
  ['1ms', '999999ns'],
  ['1us', '999ns'],
];

/** Amounts and times in every unit that Kubernetes takes without a warning. */
export const unitCases: AcceptedCase[] = [
  {
    name: 'requests that are the limits, in every unit',
    values: {
      resources: Object.fromEntries(
        amounts.map(([use, requests, limits]) => [use, { requests, limits }]),
      ),
    },
  },
  {
    name: 'limits that are the requests, in every unit',
    values: {
      resources: Object.fromEntries(
        amounts.map(([use, limits, requests]) => [use, { requests, limits }]),
      ),
    },
  },
  ...durations.map(([duration, renewBefore]) => ({
    name: `a certificate of ${duration} that is renewed ${renewBefore} before its end`,
    values: {
      federation: { saml: { certManager: { duration, renewBefore } } },
    },
  })),
];
