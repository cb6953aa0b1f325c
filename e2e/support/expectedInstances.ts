import type { SampleClusterName } from '@alexandriaproject/sandbox';

/** What is said of each instance, in each cluster: its health, and what is found beside what is only information. */
export const expectedInstances: [
  string,
  SampleClusterName,
  string,
  string[],
][] = [
  ['treasury-assistant', 'north', 'Healthy', []],
  ['support-copilot', 'north', 'Progressing', []],
  ['knowledge-search', 'north', 'Healthy', ['AutoscalerSaturated']],
  [
    'fraud-analyst',
    'north',
    'Degraded',
    ['ContainerCrashLooping', 'ProgressDeadlineExceeded'],
  ],
  ['partner-portal', 'north', 'Healthy', ['CertificateExpiring']],
  ['legacy-faq', 'north', 'Degraded', ['CertificateExpired']],
  ['vendor-desk', 'north', 'Degraded', ['ExternalSecretFailed']],
  ['board-briefing', 'north', 'Healthy', ['DisruptionBudgetBlocksDrains']],
  ['risk-monitor', 'north', 'Healthy', ['SecretRotatedNotRolled']],
  ['treasury-assistant', 'south', 'Healthy', []],
  [
    'claims-triage',
    'south',
    'Degraded',
    ['ImagePullFailed', 'ImageVersionsMixed', 'ProgressDeadlineExceeded'],
  ],
  [
    'contract-reader',
    'south',
    'Degraded',
    ['ContainerOutOfMemory', 'ProgressDeadlineExceeded'],
  ],
  [
    'hr-assistant',
    'south',
    'Degraded',
    ['ProgressDeadlineExceeded', 'SecretMissing'],
  ],
  [
    'invoice-matcher',
    'south',
    'Degraded',
    ['ProgressDeadlineExceeded', 'SecretKeyMissing'],
  ],
  [
    'policy-explainer',
    'south',
    'Degraded',
    ['PodUnschedulable', 'ProgressDeadlineExceeded'],
  ],
  [
    'meeting-notes',
    'south',
    'Degraded',
    ['PodUnschedulable', 'ProgressDeadlineExceeded', 'VolumeClaimPending'],
  ],
  ['translation-desk', 'south', 'Degraded', ['AutoscalerMetricsUnavailable']],
  ['release-notes', 'south', 'Suspended', []],
  ['onboarding-guide', 'south', 'Suspended', []],
];
