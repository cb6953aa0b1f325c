import { badRequest } from '../objects/ApiError';
import { valueAt } from '../objects/json';
import type { Resource } from '../objects/resources';
import type { StoredObject } from './StoredObject';

/** Whether an object is selected. */
export type Selector = (object: StoredObject) => boolean;

const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

type Labels = Readonly<Record<string, string>>;

function requirement(text: string): (labels: Labels) => boolean {
  const unreadable = () =>
    badRequest(`unable to parse requirement: ${JSON.stringify(text)}`);
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  const equality = /^([^\s=!]+)\s*(==|=|!=)\s*(\S*)$/.exec(text);
  const existence = /^(!?)\s*([^\s=!]+)$/.exec(text);
  const [key, operator, values] =
    (set && [set[1], set[2], set[3].split(',').map(value => value.trim())]) ??
    (equality && [
      equality[1],
      equality[2] === '!=' ? 'notin' : 'in',
      [equality[3]],
    ]) ??
    (existence && [existence[2], existence[1] ? 'absent' : 'exists', []]) ??
    [];
  if (
    typeof key !== 'string' ||
    !KEY.test(key) ||
    !Array.isArray(values) ||
    !values.every(value => VALUE.test(value))
  ) {
    throw unreadable();
  }
  return labels => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'in':
        return value !== undefined && values.includes(value);
      case 'notin':
        return value === undefined || !values.includes(value);
      case 'absent':
        return value === undefined;
      default:
        return value !== undefined;
    }
  };
}

/**
 * A label selector as the query of a request has it.
 *
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @throws ApiError 400
 */
export function labelSelector(text: string | null): Selector {
  if (text === null || text.trim() === '') {
    return () => true;
  }
  // A comma between brackets separates values.
  const requirements = text
    .split(/,(?![^(]*\))/)
    .map(each => requirement(each.trim()));
  return ({ head }) => requirements.every(isMet => isMet(head.labels));
}

/** Fields to select by, beside name and namespace, as kube-apiserver has them of these kinds. */
const FIELDS: Record<string, readonly string[]> = {
  Event: [
    ...[
      'kind',
      'namespace',
      'name',
      'uid',
      'apiVersion',
      'resourceVersion',
    ].map(field => `involvedObject.${field}`),
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  Namespace: ['status.phase'],
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  ReplicaSet: ['status.replicas'],
  Secret: ['type'],
};

/** An event is looked for by the source or the reporting component, whichever it has. */
const sourceOf = (object: unknown) =>
  valueAt(object, 'source', 'component') ??
  valueAt(object, 'reportingComponent');

function fieldRequirement(text: string, { kind }: Resource): Selector {
  const parts = /^([^=!]+)(==|=|!=)(.*)$/.exec(text);
  if (!parts) {
    throw badRequest(`invalid selector: '${text}'; can't understand '${text}'`);
  }
  const [, field, operator, wanted] = parts;
  const known = [
    'metadata.name',
    'metadata.namespace',
    ...(FIELDS[kind] ?? []),
  ];
  if (!known.includes(field)) {
    throw badRequest(`field label not supported: ${field}`);
  }
  return ({ head, object }) => {
    const value =
      (field === 'metadata.name' && head.name) ||
      (field === 'metadata.namespace' && (head.namespace ?? '')) ||
      (field === 'source'
        ? sourceOf(object)
        : valueAt(object, ...field.split('.'))) ||
      '';
    return (String(value) === wanted) === (operator !== '!=');
  };
}

/**
 * A field selector as the query of a request has it.
 *
 * @throws ApiError 400 also for a field that cannot be selected by
 */
export function fieldSelector(
  text: string | null,
  resource: Resource,
): Selector {
  if (text === null || text === '') {
    return () => true;
  }
  const requirements = text
    .split(',')
    .filter(each => each !== '')
    .map(each => fieldRequirement(each, resource));
  return object => requirements.every(isMet => isMet(object));
}
