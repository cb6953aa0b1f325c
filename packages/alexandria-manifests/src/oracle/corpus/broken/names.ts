import { BrokenCase } from './BrokenCase';

export const brokenNames: BrokenCase[] = [
  {
    id: 'release-name',
    values: {},
    release: { name: '1alexandria', namespace: 'alexandria' },
  },
  {
    id: 'release-name',
    values: {},
    release: { name: 'alex.andria', namespace: 'alexandria' },
  },
  {
    id: 'release-namespace',
    values: {},
    release: { name: 'alexandria', namespace: 'a.b' },
  },
  {
    id: 'release-namespace',
    values: {},
    release: { name: 'alexandria', namespace: 'n'.repeat(64) },
  },
  {
    id: 'label-reserved',
    values: {
      commonLabels: { 'helm.sh/chart': 'x', 'backstage.io/kubernetes-id': 'x' },
      podLabels: { 'app.kubernetes.io/name': 'x', team: 'payments' },
    },
  },
  {
    id: 'pod-annotation-reserved',
    values: {
      podAnnotations: {
        'checksum/config': 'x',
        'kubectl.kubernetes.io/default-container': 'x',
        mine: 'x',
      },
    },
  },
  {
    id: 'label-reserved',
    values: {
      metrics: {
        serviceMonitor: { labels: { 'helm.sh/chart': 'x', release: 'p' } },
      },
    },
  },
];
