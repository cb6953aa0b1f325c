import fc from 'fast-check';
import {
  exampleParameters,
  Instance,
  parseInstance,
  releaseForEnvironment,
  valuesForEnvironment,
} from '../../../instance';
import { KubernetesObject, renderObjects } from '../../../objects';
import { generateRepository } from '../../../repository';
import {
  instanceOf,
  instances,
} from '../../../repository/__testUtils__/instances';
import { mergeLayers } from '../../../values/mergeValues';
import { resolveValues } from '../../../values/resolveValues';
import { Release, Values, ValuesInput } from '../../../values/valuesSchema';
import { readYaml } from '../../../yaml';
import { ciCases } from '../../__testUtils__/ciCases';
import { alexandria } from '../../__testUtils__/helmTemplate';
import { parseManifests } from '../../__testUtils__/manifests';
import {
  arbitrary,
  Schema,
  wholeSchema,
} from '../../__testUtils__/valuesArbitrary';
import { accepted, AcceptedCase } from '../../corpus/accepted';

/** Values that can be deployed, and all that Helm would apply for them: the objects, the hooks and the test. */
export interface RenderedCase {
  name: string;
  values: Values;
  objects: KubernetesObject[];
}

function render(
  name: string,
  given: unknown,
  release: Release,
): RenderedCase | undefined {
  const result = resolveValues([given], release);
  return result.ok
    ? {
        name,
        values: result.value,
        objects: renderObjects(result.value, release, {
          hooks: true,
          tests: true,
        }),
      }
    : undefined;
}

/** @throws Error when the values are not accepted */
export function renderedCase({
  name,
  values,
  release = alexandria,
}: AcceptedCase): RenderedCase {
  const rendered = render(name, values, release);
  if (rendered === undefined) {
    throw new Error(`not accepted: ${name}`);
  }
  return rendered;
}

/** The instance of the example parameters. */
function exampleInstance(): Instance {
  const answers = readYaml(exampleParameters());
  const parsed = answers.ok ? parseInstance(answers.value) : answers;
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return parsed.value;
}

/** Instances that the template makes, by what they try. */
const instanceCases = (): [string, Instance][] => [
  ['the example parameters', exampleInstance()],
  ...instances.map(([name, input]): [string, Instance] => [
    name,
    instanceOf(input),
  ]),
];

/** Every environment of the instances. */
export const environmentCases = (): RenderedCase[] =>
  instanceCases().flatMap(([name, instance]) =>
    instance.environments.map(environment =>
      renderedCase({
        name: `${name}: ${environment.name}`,
        values: valuesForEnvironment(instance, environment.name),
        release: releaseForEnvironment(instance, environment.name),
      }),
    ),
  );

/** The corpus, the values of the chart's own tests, and every environment of the instances. */
export const renderedCases = (): RenderedCase[] => [
  ...[...accepted, ...ciCases].map(renderedCase),
  ...environmentCases(),
];

const takesAnything = (schema: Schema | false | undefined): boolean =>
  Boolean(schema) && JSON.stringify(schema).includes('"$ref"');

/** The schema without the places whose content the chart passes on unseen, and which may hold what is no Kubernetes. */
function withoutPassedOn(schema: Schema): Schema {
  const { properties } = schema;
  return properties === undefined
    ? schema
    : {
        ...schema,
        properties: Object.fromEntries(
          Object.entries(properties)
            .map(([key, each]) => [key, withoutPassedOn(each)] as const)
            .filter(([, { properties: inner, ...own }]) => !takesAnything(own)),
        ),
      };
}

/**
 * Values of the corpus with what the schema takes over them. Places that are passed on unseen are as the corpus has them.
 *
 * @param runs - how many are drawn; those that a guard refuses are left out
 */
export function drawnCases(runs: number, seed: number): RenderedCase[] {
  const part = arbitrary(withoutPassedOn(wholeSchema), 30);
  const bases = accepted.map(({ values }) => values);
  return fc
    .sample(fc.tuple(fc.constantFrom(...bases), part), { numRuns: runs, seed })
    .flatMap(([base, drawn], index) => {
      const given = mergeLayers([base, drawn]) as ValuesInput;
      return render(`draw ${index} of ${seed}`, given, alexandria) ?? [];
    });
}

/** The objects of the generated repositories' base and of their GitOps definitions, by repository and file. */
export function repositoryObjects(): { name: string; objects: object[] }[] {
  return instanceCases().flatMap(([name, instance]) =>
    generateRepository(instance)
      .filter(({ path }) =>
        /^(gitops|k8s\/manifests)\/(?!.*kustomization).+\.yaml$/.test(path),
      )
      .map(({ path, content }) => ({
        name: `${name}: ${path}`,
        objects: parseManifests(content),
      })),
  );
}
