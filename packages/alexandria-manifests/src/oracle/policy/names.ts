import { Policy } from './Policy';
import { containersOf, Labels, nameOf, podsOf } from './pods';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** What has to begin with a letter: RFC 1035. */
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const LABEL_KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const ANNOTATIONS_MAX = 256 * 1024;
/** Controllers append a hyphen and a suffix of 5, 10 or 11 characters to names of pods, which label values hold. */
const OWNER_MAX = 63 - 11;

const limits: Record<string, [pattern: RegExp, length: number]> = {
  Service: [SERVICE, 63],
  Deployment: [DNS_LABEL, OWNER_MAX],
  Job: [DNS_LABEL, 63],
  Pod: [DNS_LABEL, 63],
};

function wrongLabels(labels: Labels): string[] {
  return Object.entries(labels)
    .filter(([key, value]) => !LABEL_KEY.test(key) || !LABEL_VALUE.test(value))
    .map(([key, value]) => `has the label ${key}: ${JSON.stringify(value)}`);
}

export const names: Policy = {
  name: 'names',
  what: 'Names of objects, containers and ports, label keys and values and annotations keep to the limits of their kind; the name of the Deployment leaves room for what controllers append.',
  why: 'The API server refuses what is too long only when it is applied, and a pod’s name only when a controller makes it.',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  check: objects => [
    ...objects.flatMap(object => {
      const { name, labels = {}, annotations = {} } = object.metadata;
      const [pattern, length] = limits[object.kind] ?? [SUBDOMAIN, 253];
      // Roles may be called anything that is a path segment.
      const free = object.apiVersion.startsWith('rbac.');
      const size = Object.entries(annotations).join('').length;
      return [
        ...(!free && !pattern.test(name)
          ? ['has a name that is no DNS name']
          : []),
        ...(name.length > length ? [`has a name longer than ${length}`] : []),
        ...wrongLabels(labels),
        ...(size > ANNOTATIONS_MAX ? ['has annotations above 256 KiB'] : []),
      ].map(what => `${nameOf(object)} ${what}`);
    }),
    ...podsOf(objects).flatMap(pod => [
      ...wrongLabels(pod.labels).map(what => `${pod.owner}’s pod ${what}`),
      ...containersOf(pod).flatMap(({ where, container }) => [
        ...(DNS_LABEL.test(container.name) && container.name.length <= 63
          ? []
          : [`${where} has a name that is no DNS label`]),
        ...(container.ports ?? [])
          .filter(({ name = 'a' }) => name.length > 15)
          .map(({ name }) => `${where} has the port ${name}, longer than 15`),
      ]),
    ]),
  ],
};
