import fc, { Arbitrary } from 'fast-check';
import { mergeLayers } from '../../values/mergeValues';
import { valuesJsonSchema } from '../../values/valuesJsonSchema';
import { accepted } from '../corpus/accepted';
import { MISREAD } from '../corpus/misread';

/** The part of JSON Schema that the values' schema uses. */
interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema | false;
}

const anyText = fc.oneof(
  fc.constantFrom(...MISREAD),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** What a map that is passed on to Kubernetes may hold: any JSON but null. */
const json: Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.integer(),
    fc.constantFrom(0.5, 1.25, 1000000, 31536000, Number.MAX_SAFE_INTEGER),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 3 }),
  ),
})).value;

function text({ pattern, minLength = 0, maxLength = 300 }: Schema) {
  const fits = (value: string) =>
    value.length >= minLength &&
    value.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern).test(value));
  // A negated class takes any text but a few characters; what those patterns are about is in the strings that are misread.
  const matching =
    pattern === undefined || pattern.startsWith('^[^')
      ? anyText
      : fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return matching.filter(fits);
}

function number({ type, minimum = 0, maximum = 100000 }: Schema) {
  const edges = fc.constantFrom(minimum, Math.min(minimum + 1, maximum));
  return type === 'integer'
    ? fc.oneof(
        edges,
        fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31) }),
        fc.constant(maximum),
      )
    : fc.oneof(edges, fc.constantFrom(0.25, 2, 134217728));
}

/** A map of which every key that `required` does not name is there now and then. */
function map(
  properties: Record<string, Schema>,
  required: readonly string[],
  section: boolean,
): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([key, schema]) => {
    const value = arbitrary(schema, section);
    const entries = value.map(each => [[key, each]] as [string, unknown][]);
    return required.includes(key)
      ? entries
      : fc.oneof(
          { weight: 4, arbitrary: fc.constant<[string, unknown][]>([]) },
          { weight: 1, arbitrary: entries },
        );
  });
  return fc.tuple(...fields).map(each => Object.fromEntries(each.flat()));
}

/**
 * Anything that a schema takes.
 *
 * @param section - whether it is a part of the tree itself, whose keys all have defaults, or inside a list or a map
 */
function arbitrary(schema: Schema, section: boolean): Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (schema.$ref !== undefined) {
    return json;
  }
  if (options !== undefined) {
    return fc.oneof(...options.map(option => arbitrary(option, section)));
  }
  if (schema.const !== undefined) {
    return fc.constant(schema.const);
  }
  if (schema.enum !== undefined) {
    return fc.constantFrom(...schema.enum);
  }
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return number(schema);
    case 'array':
      return fc.array(arbitrary(schema.items ?? {}, false), {
        minLength: schema.minItems,
        maxLength: Math.max(2, schema.minItems ?? 0),
      });
    default:
      return schema.properties === undefined
        ? fc.dictionary(
            text(schema.propertyNames ?? {}),
            arbitrary(schema.additionalProperties || {}, false),
            { maxKeys: 2 },
          )
        : map(schema.properties, section ? [] : schema.required ?? [], section);
  }
}

/** Values: a case of the corpus, and what the schema takes over it. Many break a guard. */
export const valuesArbitrary: Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...accepted.map(({ values }) => values)),
    arbitrary(valuesJsonSchema() as Schema, true),
  )
  .map(mergeLayers);
