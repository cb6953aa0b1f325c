import { defaultValues, type ValuesInput } from '../values';
import { mergeLayers, type Tree } from '../values/mergeValues';
import type { Instance } from './instanceSchema';
import { environmentOf } from './names';
import { accessValues } from './toValues/access';
import { differences } from './toValues/differences';
import { exposureValues } from './toValues/exposure';
import { observabilityValues } from './toValues/observability';
import { secretValues } from './toValues/secrets';
import { workloadValues } from './toValues/workload';

/** `undefined` says "nothing to set here"; a values file has no word for that. */
function withoutUndefined(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree));
}

/**
 * The values of one environment: only what differs from the chart's defaults.
 *
 * @throws RangeError when the instance has no environment of that name
 *
 * @public
 */
export function valuesForEnvironment(
  instance: Instance,
  name: string,
): ValuesInput {
  const environment = environmentOf(instance, name);
  const tree = mergeLayers(
    [
      {
        backstage: { entityName: instance.name },
        checklist: { enforce: environment.stage === 'production' },
      },
      workloadValues(instance, environment),
      accessValues(instance, environment),
      secretValues(instance, environment),
      exposureValues(instance, environment),
      observabilityValues(instance),
    ].map(withoutUndefined),
  );
  return differences(tree as Tree, defaultValues as Tree) as ValuesInput;
}
