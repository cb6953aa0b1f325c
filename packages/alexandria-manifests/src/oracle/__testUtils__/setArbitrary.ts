import fc, { Arbitrary } from 'fast-check';
import { Segment } from '../../values/path';
import { schemaPaths } from './schemaPaths';
import { anyText, arbitrary, Schema, wholeSchema } from './valuesArbitrary';

/** What stands for itself in a name or a value only after a backslash. */
const escaped = (text: string) => text.replace(/[\\,.=[\]{}]/g, '\\$&');

/** The path as `--set` writes it; keys that the model leaves open are given. */
function written(path: Segment[], keys: readonly string[]): string {
  return path.reduce<string>((text, segment, index) => {
    if (typeof segment === 'number') {
      return `${text}[${segment}]`;
    }
    const key = escaped(segment === '*' ? keys[index % keys.length] : segment);
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

const isScalar = ({ type, anyOf, oneOf, enum: some }: Schema) =>
  type === 'string' ||
  type === 'boolean' ||
  type === 'integer' ||
  type === 'number' ||
  some !== undefined ||
  [...(anyOf ?? []), ...(oneOf ?? [])].some(
    ({ type: option }) => option === 'string' || option === 'integer',
  );

const places = schemaPaths(wholeSchema).filter(({ path }) => path.length > 0);

const key = fc.constantFrom('a', 'team', 'example.com/a', 'okta', 'cpu', '0');

/** A field of the model that is set to something that it takes. */
const fitting: Arbitrary<string> = fc
  .constantFrom(...places.filter(({ schema }) => isScalar(schema)))
  .chain(({ path, schema }) =>
    fc
      .tuple(fc.array(key, { minLength: 1, maxLength: 3 }), arbitrary(schema))
      .map(
        ([keys, value]) => `${written(path, keys)}=${escaped(String(value))}`,
      ),
  );

const words = fc.oneof(
  anyText.map(escaped),
  fc.constantFrom('null', 'true', '0', '-1', '1.5', '9007199254740993', ''),
  fc.constantFrom('{}', '{a,b}', '{1,null}', '{a', '0123', '1e3', '[]'),
);

/** Any place of the model that is set to anything. */
const odd: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...places),
    fc.array(key, { minLength: 1, maxLength: 3 }),
    words,
  )
  .map(([{ path }, keys, word]) => `${written(path, keys)}=${word}`);

/** What may not be an expression at all. */
const junk = fc.string({
  unit: fc.constantFrom(...'ab0=.,[]{}\\ é'),
  maxLength: 12,
});

/** An expression of `--set`: mostly one that means something. */
export const setArbitrary: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fitting },
  { weight: 3, arbitrary: odd },
  { weight: 1, arbitrary: junk },
);
