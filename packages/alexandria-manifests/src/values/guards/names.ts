import { dnsLabel } from '../model/patterns';
import { at, Guard } from './Guard';

const RESERVED_LABEL =
  /^(app\.kubernetes\.io|helm\.sh)\/|^backstage\.io\/kubernetes-id$/;

const reservedLabels = (path: string, labels: Record<string, string>) =>
  Object.keys(labels)
    .filter(key => RESERVED_LABEL.test(key))
    .sort()
    .map(key => `${path}["${key}"]`);

export const nameGuards: Guard[] = [
  {
    id: 'release-name',
    message:
      'must be lower-case letters, digits and "-", beginning with a letter, at most 53: the Service is named after it',
    remedy: 'Choose another release name, or set fullnameOverride',
    reads: ['fullnameOverride'],
    check: ({ fullnameOverride }, release) =>
      at(
        'release.name',
        release.name.length > 53 ||
          !(
            fullnameOverride === ''
              ? /^[a-z]([-a-z0-9]*[a-z0-9])?$/
              : /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/
          ).test(release.name),
      ),
  },
  {
    id: 'release-namespace',
    message:
      'must be lower-case letters, digits and "-", beginning and ending with a letter or digit, at most 63',
    remedy: 'Choose another namespace',
    reads: [],
    check: (_, release) =>
      at(
        'release.namespace',
        release.namespace.length > 63 || !dnsLabel.test(release.namespace),
      ),
  },
  {
    id: 'label-reserved',
    message: 'is a label that the chart sets itself',
    remedy: 'Leave it out. The catalog label follows backstage.entityName',
    reads: ['commonLabels', 'podLabels', 'metrics.serviceMonitor.labels'],
    check: ({ commonLabels, podLabels, metrics }) => [
      ...reservedLabels('commonLabels', commonLabels),
      ...reservedLabels('podLabels', podLabels),
      ...reservedLabels(
        'metrics.serviceMonitor.labels',
        metrics.serviceMonitor.labels,
      ),
    ],
  },
  {
    id: 'pod-annotation-reserved',
    message: 'is an annotation that the chart sets itself',
    remedy: 'Choose another key',
    reads: ['podAnnotations'],
    check: ({ podAnnotations }) =>
      Object.keys(podAnnotations)
        .filter(
          key =>
            key.startsWith('checksum/') ||
            key === 'kubectl.kubernetes.io/default-container',
        )
        .sort()
        .map(key => `podAnnotations["${key}"]`),
  },
];
