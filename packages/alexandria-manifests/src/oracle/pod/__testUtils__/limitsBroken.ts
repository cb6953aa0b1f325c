import { KubernetesObject } from '../../../objects';
import { isMap } from '../../../values/mergeValues';

/** What a text has to be, and how it is called where it is not. */
interface Limit {
  what: string;
  pattern: RegExp;
  /** In characters, which are bytes here: every pattern is of ASCII. */
  max: number;
}

const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';
const SUBDOMAIN =
  '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';

/** Of k8s.io/apimachinery/pkg/util/validation, written down a second time. */
const limits = {
  label: {
    what: 'a DNS label (RFC 1123)',
    pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    max: 63,
  },
  serviceName: {
    what: 'a DNS label (RFC 1035)',
    pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    max: 63,
  },
  subdomain: {
    what: 'a DNS subdomain',
    pattern: new RegExp(`^${SUBDOMAIN}$`),
    max: 253,
  },
  labelValue: {
    what: 'a label value',
    pattern: new RegExp(`^(${NAME})?$`),
    max: 63,
  },
  keyPrefix: {
    what: 'the prefix of a key',
    pattern: new RegExp(`^${SUBDOMAIN}$`),
    max: 253,
  },
  keyName: {
    what: 'the name of a key',
    pattern: new RegExp(`^${NAME}$`),
    max: 63,
  },
  portName: {
    what: 'the name of a port (RFC 6335)',
    pattern: /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
    max: 15,
  },
  variable: {
    what: 'the name of a variable',
    pattern: /^[-._A-Za-z][-._A-Za-z0-9]*$/,
    max: Infinity,
  },
  dataKey: {
    what: 'a key of a ConfigMap or Secret',
    pattern: /^[-._A-Za-z0-9]+$/,
    max: 253,
  },
} satisfies Record<string, Limit>;

type LimitName = keyof typeof limits;

/** All annotations of an object together, in bytes. */
const ANNOTATIONS_MAX = 256 * 1024;

/** Kinds whose names become labels or host names of pods, or names of DNS, and that of Service. */
const namesOfKinds: Record<string, LimitName> = {
  Service: 'serviceName',
  Deployment: 'label',
  Job: 'label',
  Pod: 'label',
};

/** Keys of any object whose value names something. */
const namesOfKeys: Record<string, LimitName> = {
  serviceAccountName: 'subdomain',
  secretName: 'subdomain',
  claimName: 'subdomain',
  storageClassName: 'subdomain',
  priorityClassName: 'subdomain',
  runtimeClassName: 'subdomain',
  ingressClassName: 'subdomain',
};

/** Keys of any object whose value is a list of named things. */
const namesOfLists: Record<string, LimitName> = {
  containers: 'label',
  initContainers: 'label',
  volumes: 'label',
  ports: 'portName',
  env: 'variable',
  imagePullSecrets: 'subdomain',
};

const LABEL_MAPS = ['labels', 'matchLabels', 'nodeSelector', 'selector'];

function check(path: string, value: unknown, name: LimitName): string[] {
  const { what, pattern, max }: Limit = limits[name];
  return typeof value === 'string' && value.length <= max && pattern.test(value)
    ? []
    : [`${path} is not ${what}: ${JSON.stringify(value)}`];
}

function checkKey(path: string, key: string): string[] {
  const slash = key.indexOf('/');
  return [
    ...(slash < 0 ? [] : check(path, key.slice(0, slash), 'keyPrefix')),
    ...check(path, key.slice(slash + 1), 'keyName'),
  ];
}

function checkTree(path: string, node: unknown): string[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => checkTree(`${path}/${index}`, item));
  }
  if (!isMap(node)) {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) => {
    const at = `${path}/${key}`;
    // A storage class of no name is none.
    if (key in namesOfKeys && value !== '' && typeof value === 'string') {
      return check(at, value, namesOfKeys[key]);
    }
    const isLabels =
      LABEL_MAPS.includes(key) &&
      isMap(value) &&
      Object.values(value).every(each => typeof each === 'string');
    if (isLabels && isMap(value)) {
      return Object.entries(value).flatMap(([label, text]) => [
        ...checkKey(`${at}/${label}`, label),
        ...check(`${at}/${label}`, text, 'labelValue'),
      ]);
    }
    if (key === 'annotations' && isMap(value)) {
      const entries = Object.entries(value);
      const bytes = Buffer.byteLength(entries.flat().join(''));
      return [
        ...entries.flatMap(([annotation]) =>
          checkKey(`${at}/${annotation}`, annotation),
        ),
        ...(bytes > ANNOTATIONS_MAX ? [`${at} has ${bytes} bytes`] : []),
      ];
    }
    if (key === 'data' && isMap(value)) {
      return Object.keys(value).flatMap(each => check(at, each, 'dataKey'));
    }
    const names =
      key in namesOfLists && Array.isArray(value)
        ? value.flatMap((item, index) =>
            isMap(item) && 'name' in item
              ? check(`${at}/${index}/name`, item.name, namesOfLists[key])
              : [],
          )
        : [];
    return [...names, ...checkTree(at, value)];
  });
}

/** Where an object goes beyond what Kubernetes takes of names, labels and annotations. */
export function limitsBroken(object: KubernetesObject): string[] {
  const { kind, metadata } = object;
  return [
    ...check(`${kind}/name`, metadata.name, namesOfKinds[kind] ?? 'subdomain'),
    ...(metadata.namespace === undefined
      ? []
      : check(`${kind}/namespace`, metadata.namespace, 'label')),
    ...checkTree(kind, object),
  ];
}
