import { Segment } from '../../values/path';
import { Schema } from './valuesArbitrary';

/** A place of the tree, and what the model takes there. */
export interface SchemaPath {
  /** An item of a list is 0, a key that the model does not name is "*". */
  path: Segment[];
  schema: Schema;
}

/** Every place at which the model takes something, sections and their fields both, in depth. */
export function schemaPaths(
  schema: Schema,
  path: Segment[] = [],
): SchemaPath[] {
  const below = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(
    option => schemaPaths(option, path).slice(1),
  );
  const fields = Object.entries(schema.properties ?? {}).flatMap(
    ([key, inner]) => schemaPaths(inner, [...path, key]),
  );
  const items =
    schema.items === undefined ? [] : schemaPaths(schema.items, [...path, 0]);
  const others = schema.additionalProperties
    ? schemaPaths(schema.additionalProperties, [...path, '*'])
    : [];
  return [{ path, schema }, ...below, ...fields, ...items, ...others];
}
