import { builtInRule } from '../builtInRule';
import { isRecord, Json, textAt, textsAt, valueAt } from '../objects/read';
import { containerPairs, type ContainerPair } from './containers';
import { sameQuantity } from './quantity';
import { coveredFields } from './coveredFields';
import { deployOr } from './remedy';
import { writtenBy } from './writtenBy';

const TEMPLATE = ['spec', 'template', 'metadata'] as const;
const CHECKSUM = 'checksum/config';

const shown = (value: Json) =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : 'none';

function configDrift(wanted: Json, found: Json): string[] {
  const path = [...TEMPLATE, 'annotations', CHECKSUM];
  const checksum = textAt(wanted, ...path);
  return checksum === '' || checksum === textAt(found, ...path)
    ? []
    : [
        'the pods were made for another configuration than the values render (annotation checksum/config)',
      ];
}

function labelDrift(wanted: Json, found: Json): string[] {
  const live = textsAt(found, ...TEMPLATE, 'labels');
  return Object.entries(textsAt(wanted, ...TEMPLATE, 'labels'))
    .filter(([key, value]) => live[key] !== value)
    .map(
      ([key, value]) =>
        `label ${key} of the pods is ${
          live[key] ?? 'absent'
        }, the values ask for ${value}`,
    );
}

function strategyDrift(wanted: Json, found: Json): string[] {
  const path = ['spec', 'strategy', 'type'];
  const [want, have] = [textAt(wanted, ...path), textAt(found, ...path)];
  return want === '' || have === '' || want === have
    ? []
    : [`the strategy is ${have}, the values ask for ${want}`];
}

/** Only what the values set: an API server and a LimitRange add the rest. */
function resourceDrift({ name, wanted, found }: ContainerPair): string[] {
  return ['requests', 'limits'].flatMap(list => {
    const amounts = valueAt(wanted, 'resources', list);
    return Object.entries(isRecord(amounts) ? amounts : {})
      .map(([resource, amount]) => ({
        resource,
        amount,
        live: valueAt(found, 'resources', list, resource),
      }))
      .filter(({ amount, live }) => !sameQuantity(amount, live))
      .map(
        ({ resource, amount, live }) =>
          `${list} of ${name} for ${resource} are ${shown(
            live,
          )}, the values ask for ${shown(amount)}`,
      );
  });
}

const containerDrift = (pair: ContainerPair) =>
  pair.found === undefined
    ? [`there is no container ${pair.name}`]
    : resourceDrift(pair);

/** What else the values determine of the Deployment, and the configuration that its pods were made for. */
export const valuesDrift = builtInRule('ValuesDrift', function* check(context) {
  const { expectation, deployment, reference } = context;
  const wanted = expectation?.deployment;
  if (expectation === undefined || wanted === undefined) {
    return;
  }
  const found = deployment.json;
  const differences = [
    ...configDrift(wanted, found),
    ...containerPairs(wanted, found).flatMap(containerDrift),
    ...labelDrift(wanted, found),
    ...strategyDrift(wanted, found),
  ];
  if (differences.length > 0) {
    yield {
      object: reference,
      title: `${deployment.name} is deployed otherwise than the values ask for`,
      cause: `${differences.join('; ')}.${writtenBy(
        context,
        coveredFields.values,
      )}`,
      remedy: deployOr(expectation, 'the same'),
    };
  }
});
