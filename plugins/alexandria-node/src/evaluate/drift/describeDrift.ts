import type {
  DeploymentDrift,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Comparison, EvaluationInput } from '../EvaluationInput';
import type { Json } from '../objects/read';
import { deployedChart } from './chartVersions';

const isDifferent = ({ state }: ObjectDrift) =>
  state === 'Different' || state === 'Missing';

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What the comparison comes to, in one line. Nothing is called the same while something is not known. */
function sentenceOf(
  comparison: Comparison | undefined,
  state: DeploymentDrift['state'],
): string {
  if (comparison?.comparedAt === undefined) {
    return comparison?.stale ?? 'Not compared yet.';
  }
  const { objects, stale } = comparison;
  const unread = objects.filter(each => each.state === 'Unread').length;
  const differing = objects.filter(isDifferent);
  const fields = differing.reduce(
    (sum, { fields: { length }, omitted = 0 }) => sum + length + omitted,
    0,
  );
  const missing = differing.filter(each => each.state === 'Missing').length;
  const parts = [
    ...(fields > 0
      ? [`${counted(fields, 'field differs', 'fields differ')}`]
      : []),
    ...(missing > 0
      ? [counted(missing, 'object is missing', 'objects are missing')]
      : []),
    ...(unread > 0
      ? [
          counted(
            unread,
            'object could not be compared',
            'objects could not be compared',
          ),
        ]
      : []),
    ...(stale === undefined ? [] : ['what is known is out of date']),
  ];
  return state === 'Same'
    ? `Nothing differs in ${counted(objects.length, 'object', 'objects')}.`
    : `${parts.join(', ')}.`.replace(/^./, letter => letter.toUpperCase());
}

function stateOf(comparison: Comparison | undefined): DeploymentDrift['state'] {
  const { comparedAt, stale, objects = [] } = comparison ?? {};
  if (objects.some(isDifferent)) {
    return 'Different';
  }
  return comparedAt === undefined ||
    stale !== undefined ||
    objects.some(({ state }) => state === 'Unread')
    ? 'Unknown'
    : 'Same';
}

/**
 * What is told of the drift of one Deployment.
 *
 * @param deployment - the object; undefined when it is not at hand
 * @returns undefined where nobody compares
 */
export function describeDrift(
  { comparisons = [], chartVersion }: EvaluationInput,
  reference: { namespace: string; name: string },
  deployment: Json,
): DeploymentDrift | undefined {
  const comparison = comparisons.find(
    ({ namespace, name }) =>
      namespace === reference.namespace && name === reference.name,
  );
  if (comparison === undefined) {
    return undefined;
  }
  const state = stateOf(comparison);
  const deployed = deployedChart(deployment);
  const { comparedAt, stale, objects } = comparison;
  return {
    state,
    sentence: sentenceOf(comparison, state),
    ...(comparedAt === undefined
      ? {}
      : { comparedAt: comparedAt.toISOString() }),
    ...(stale === undefined ? {} : { stale }),
    objects: [...objects],
    ...(chartVersion === undefined
      ? {}
      : {
          chart: {
            ...(deployed === undefined ? {} : { deployed }),
            portal: chartVersion,
          },
        }),
  };
}
