/** @jest-environment node */
import { describeWithTools } from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { KubernetesObject, renderObjects } from '../objects';
import { isMap } from '../values/mergeValues';
import { resolveValues } from '../values/resolveValues';
import { Values } from '../values/valuesSchema';
import { readYaml, writeYaml } from '../yaml';
import { alexandria, helmTemplate } from './__testUtils__/helmTemplate';
import {
  byIdentity,
  nothings,
  parseManifests,
} from './__testUtils__/manifests';
import { valuesArbitrary } from './__testUtils__/valuesArbitrary';

const everything = { hooks: true, tests: true };

interface Accepted {
  given: unknown;
  values: Values;
}

const acceptedValues: fc.Arbitrary<Accepted> = valuesArbitrary
  .map(given => ({ given, result: resolveValues([given], alexandria) }))
  .filter(({ result }) => result.ok)
  .map(({ given, result }) => {
    if (!result.ok) {
      throw new Error('filtered above');
    }
    return { given, values: result.value };
  });

/** The values of a key in a list. What the values pass on unread may be no list, and its entries may lack the key. */
const keysIn = (list: unknown, key: string): string[] =>
  (Array.isArray(list) ? list : []).flatMap((entry: unknown) =>
    isMap(entry) && key in entry ? [String(entry[key])] : [],
  );

const named = (list: unknown) => keysIn(list, 'name');

/** The lists of a pod whose entries Kubernetes tells apart by one key, with those keys. */
function keysOfPod(deployment: KubernetesObject): string[][] {
  const { template } = deployment.spec as {
    template: { spec: Record<string, unknown> };
  };
  const { initContainers, containers, volumes } = template.spec;
  const all = [initContainers, containers].flat() as Record<string, unknown>[];
  return [
    named(all),
    named(volumes),
    all.flatMap(({ ports }) => named(ports)),
    ...all.map(({ env }) => named(env)),
    ...all.map(({ volumeMounts }) => keysIn(volumeMounts, 'mountPath')),
  ];
}

describe('renderObjects of any accepted values', () => {
  it('is the same each time, whole, and survives YAML', () => {
    fc.assert(
      fc.property(acceptedValues, ({ values }) => {
        const objects = renderObjects(values, alexandria, everything);
        expect(JSON.stringify(objects)).toBe(
          JSON.stringify(renderObjects(values, alexandria, everything)),
        );
        expect(nothings(objects)).toEqual([]);
        expect(Object.keys(byIdentity(objects))).toHaveLength(objects.length);
        for (const object of objects) {
          expect(readYaml(writeYaml(object))).toMatchObject({
            ok: true,
            value: object,
          });
        }
      }),
    );
  }, 60_000);

  it('gives no two containers, volumes, ports, variables or mounts one name', () => {
    fc.assert(
      fc.property(acceptedValues, ({ values }) => {
        const [pod] = renderObjects(values, alexandria).filter(
          ({ kind }) => kind === 'Deployment',
        );
        for (const keys of keysOfPod(pod)) {
          expect(keys).toEqual([...new Set(keys)]);
        }
      }),
    );
  }, 60_000);
});

/** What Helm says when a value that it passes on unread replaces a map of the chart's defaults; it renders all the same. */
const replacedTable =
  /^.*warning: cannot overwrite table with non table for alexandria-ee\..*\n/gim;

describeWithTools(
  'the chart, of any accepted values',
  ['helm-3', 'helm-4'],
  () => {
    it('is what the renderer gives', async () => {
      await fc.assert(
        fc.asyncProperty(acceptedValues, async ({ given, values }) => {
          const expected = byIdentity(
            renderObjects(values, alexandria, everything),
          );
          const outputs = await Promise.all(
            ([3, 4] as const).map(major =>
              helmTemplate(major, given, alexandria),
            ),
          );
          for (const { code, stdout, stderr } of outputs) {
            expect({ code, stderr: stderr.replace(replacedTable, '') }).toEqual(
              {
                code: 0,
                stderr: '',
              },
            );
            expect(byIdentity(parseManifests(stdout))).toEqual(expected);
          }
        }),
        {
          seed: 20260314,
          numRuns: 40,
          // Shrinking ends in time for its result to be seen.
          interruptAfterTimeLimit: 50_000,
          markInterruptAsFailure: true,
        },
      );
    }, 60_000);
  },
);
