import fc, { Arbitrary } from 'fast-check';
import { mergeLayers } from '../../values/mergeValues';
import { valuesJsonSchema } from '../../values/valuesJsonSchema';
import { accepted } from '../corpus/accepted';
import { MISREAD } from '../corpus/misread';

/** The part of JSON Schema that the values' schema uses. */
export interface Schema {
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

/** Text of any content. */
export const anyText = fc.oneof(
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

/** How often a key that may be left out is there: one time in so many. */
type Rarity = number;

/** What shrinks to nothing before anything else. */
function seldom<T>(rarity: Rarity, some: Arbitrary<T[]>): Arbitrary<T[]> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: rarity - 1, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: some },
  );
}

/** A map of which every key that `required` does not name is there now and then. */
function map(
  properties: Record<string, Schema>,
  required: readonly string[],
  section: Rarity | undefined,
): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([key, schema]) => {
    const entries = arbitrary(schema, section).map(each => [
      [key, each] as [string, unknown],
    ]);
    // Half of the sections, so that their fields are as rare as they are meant to be.
    const rarity = schema.properties !== undefined ? 2 : section ?? 5;
    return required.includes(key) ? entries : seldom(rarity, entries);
  });
  return fc.tuple(...fields).map(each => Object.fromEntries(each.flat()));
}

/** Keys that mean something in the maps that are passed on to Kubernetes, and any other. */
const passedKey = fc.oneof(
  fc.constantFrom('emptyDir', 'secret', 'ports', 'env', 'httpGet', 'subPath'),
  anyText,
);

/** A map of which some keys are known, and others are passed on. */
const passing = (known: Arbitrary<unknown>, others: Schema) =>
  fc
    .tuple(
      seldom(
        2,
        fc.array(fc.tuple(passedKey, arbitrary(others)), {
          minLength: 1,
          maxLength: 2,
        }),
      ),
      known,
    )
    .map(([passed, fields]) =>
      mergeLayers([Object.fromEntries(passed), fields]),
    );

function mapOf(schema: Schema, section?: Rarity): Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    return fc.dictionary(
      text(schema.propertyNames ?? {}),
      arbitrary(additionalProperties || {}),
      { maxKeys: 2 },
    );
  }
  const known = map(properties, section === undefined ? required : [], section);
  return additionalProperties ? passing(known, additionalProperties) : known;
}

/**
 * Anything that a schema takes.
 *
 * @param section - for a part of the tree itself, whose keys all have defaults; undefined inside a list or a map
 */
export function arbitrary(
  schema: Schema,
  section?: Rarity,
): Arbitrary<unknown> {
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
      return fc.array(arbitrary(schema.items ?? {}), {
        minLength: schema.minItems,
        maxLength: Math.max(2, schema.minItems ?? 0),
      });
    default:
      return mapOf(schema, section);
  }
}

/** The schema of the whole tree, which the chart checks with. */
export const wholeSchema = valuesJsonSchema() as Schema;

/** A part of the tree, of few keys or of many. Whatever the model takes comes up, as it is made from the model's schema. */
export const partArbitrary: Arbitrary<unknown> = fc.oneof(
  arbitrary(wholeSchema, 80),
  arbitrary(wholeSchema, 30),
  arbitrary(wholeSchema, 8),
);

/** Values: a case of the corpus, and what the schema takes over it. Many break a guard. */
export const valuesArbitrary: Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...accepted.map(({ values }) => values)),
    partArbitrary,
  )
  .map(mergeLayers);
