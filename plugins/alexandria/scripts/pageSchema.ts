import { sectionOf, type SectionId } from '../src/form/sections';

/** A JSON Schema, as far as it is looked into here. */
type Schema = { [key: string]: unknown };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What describes or fills in; the form's own field does both. */
const DROPPED = ['$schema', 'title', 'description', 'default'];

/** A copy without what only describes, at every depth. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(bare);
  }
  if (!isSchema(schema)) {
    return schema;
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !DROPPED.includes(key))
      // For a list the form would put an empty one where nothing was answered. What it holds is still demanded.
      .filter(([key, value]) => key !== 'type' || value !== 'array')
      .map(([key, value]) => [
        key,
        // The names of properties are not keywords.
        key === 'properties' && isSchema(value)
          ? Object.fromEntries(
              Object.entries(value).map(([name, inner]) => [name, bare(inner)]),
            )
          : bare(value),
      ]),
  );
}

function pruneMap(
  schema: Schema,
  properties: Schema,
  section: SectionId,
  path: string,
): Schema | undefined {
  const kept = Object.entries(properties).flatMap(
    ([name, inner]): [string, unknown][] => {
      const below = prune(inner, section, path ? `${path}.${name}` : name);
      return below === undefined ? [] : [[name, below]];
    },
  );
  if (kept.length === 0) {
    return undefined;
  }
  const names = kept.map(([name]) => name);
  const isWhole = names.length === Object.keys(properties).length;
  const { required, additionalProperties, ...rest } = schema;
  const stillRequired = Array.isArray(required)
    ? required.filter(name => names.includes(name))
    : [];
  return {
    ...rest,
    properties: Object.fromEntries(kept),
    ...(stillRequired.length === 0 ? {} : { required: stillRequired }),
    // What other pages ask for is there too.
    ...(isWhole && additionalProperties !== undefined
      ? { additionalProperties }
      : {}),
  };
}

function prune(
  schema: unknown,
  section: SectionId,
  path: string,
): Schema | undefined {
  if (!isSchema(schema)) {
    return undefined;
  }
  if (isSchema(schema.properties)) {
    return pruneMap(schema, schema.properties, section, path);
  }
  if (isSchema(schema.items) && isSchema(schema.items.properties)) {
    const items = prune(schema.items, section, `${path}[0]`);
    return items && { ...schema, items };
  }
  return sectionOf(path) === section ? schema : undefined;
}

/**
 * What a page of the form demands of the answers: the parts of their JSON Schema that the page asks for. The scaffolder
 * holds what it is sent against all pages before it stores a task.
 *
 * @param schema - instanceJsonSchema()
 */
export function pageSchema(schema: unknown, section: SectionId): Schema {
  const answers = prune(bare(schema), section, '');
  if (answers === undefined) {
    throw new RangeError(`no answer is on the page ${section}`);
  }
  return answers;
}
