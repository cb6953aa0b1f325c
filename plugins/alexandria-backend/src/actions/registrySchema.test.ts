import { instanceStatusSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { z } from 'zod';
import { explanationSchema } from './explainFinding';
import { unhealthyInstancesSchema } from './listUnhealthyInstances';
import { registrySchema } from './registrySchema';

/** What the registry says of a schema. */
async function listed(schema: z.ZodObject) {
  const registry = actionsRegistryServiceMock();
  registry.register({
    ...{ name: 'a', title: 'A', description: 'A' },
    schema: { input: old => old.object({}), output: registrySchema(schema) },
    action: async () => ({ output: {} }),
  });
  const { actions } = await registry.list();
  return actions[0].schema.output;
}

const constOf = (each: { const: unknown }) => each.const;

const OWN = ['$schema', 'pattern', 'minimum', 'maximum'];

/** What both ways of writing a schema have in common. */
function common(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => {
      if (OWN.includes(key)) {
        return undefined;
      }
      if (value?.anyOf?.every((each: object) => 'const' in each)) {
        // The older one writes literals as an enum.
        return { type: 'number', enum: value.anyOf.map(constOf) };
      }
      return value;
    }),
  );
}

describe('registrySchema', () => {
  it.each<[string, z.ZodObject]>([
    ['the status of an instance', instanceStatusSchema],
    ['unhealthy instances', unhealthyInstancesSchema],
    ['an explanation', explanationSchema],
    [
      'each type by itself',
      z.object({
        text: z.string().describe('words'),
        when: z.iso.datetime(),
        count: z.number().int(),
        share: z.number().optional(),
        is: z.boolean(),
        word: z.enum(['a', 'b']),
        either: z.union([z.string(), z.array(z.string())]),
        list: z.array(z.object({ a: z.literal('x') })),
      }),
    ],
  ])('says the same of %s', async (_, schema) => {
    expect(common(await listed(schema))).toEqual(
      common(z.toJSONSchema(schema)),
    );
  });

  it('bounds numbers and holds texts to patterns', async () => {
    const schema = z.object({
      limit: z.number().int().min(1).max(9),
      name: z.string().regex(/^[a-z]+$/),
    });
    expect(await listed(schema)).toMatchObject({
      properties: {
        limit: { minimum: 1, maximum: 9 },
        name: { pattern: '^[a-z]+$' },
      },
    });
  });

  it.each<[string, z.ZodType]>([
    ['a map', z.record(z.string(), z.string())],
    ['a format', z.email()],
    ['anything', z.unknown()],
    ['null', z.null()],
  ])('refuses %s', async (_, schema) => {
    await expect(listed(z.object({ schema }))).rejects.toThrow(
      'does not know how to say',
    );
  });
});
