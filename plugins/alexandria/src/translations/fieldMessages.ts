import {
  instanceJsonSchema,
  type InstanceInput,
} from '@alexandriaproject/alexandria-manifests';

/** Dotted paths of the answers, without list positions. */
type PathsOf<T> = T extends unknown
  ? {
      [K in keyof T & string]-?: K | PathsBelow<K, NonNullable<T[K]>>;
    }[keyof T & string]
  : never;

type PathsBelow<K extends string, V> = V extends readonly (infer Item)[]
  ? `${K}.${PathsOf<Item>}`
  : V extends object
  ? `${K}.${PathsOf<V>}`
  : never;

/** An answer's path without list positions, for example `environments.storage.size`. */
export type FieldPath = PathsOf<InstanceInput>;

type MessageKey<Path extends string> = `form.fields.${Path}.${
  | 'label'
  | 'help'}`;

/** Label and help text of every field of the answers. */
export type FieldMessageKey = MessageKey<FieldPath>;

// The kind of a provider chooses between two models and so has no text in either.
type FieldMessages = Record<
  MessageKey<Exclude<FieldPath, 'access.providers.kind'>>,
  string
>;

type Schema = ReturnType<typeof instanceJsonSchema>;

function isSchema(value: Schema | boolean | undefined): value is Schema {
  return typeof value === 'object';
}

function collect(schema: Schema, path: string, into: Record<string, string>) {
  if (path !== '' && schema.title !== undefined) {
    into[`form.fields.${path}.label`] = schema.title;
    into[`form.fields.${path}.help`] = schema.description ?? '';
  }
  for (const option of schema.anyOf ?? schema.oneOf ?? []) {
    if (isSchema(option)) {
      collect(option, path, into);
    }
  }
  const { items } = schema;
  if (!Array.isArray(items) && isSchema(items)) {
    collect(items, path, into);
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (isSchema(property)) {
      collect(property, path === '' ? key : `${path}.${key}`, into);
    }
  }
}

/** Label and help text of every field in English, from `title` and `description` of the model of the answers. */
export function fieldMessages(): FieldMessages {
  const messages: Record<string, string> = {};
  collect(instanceJsonSchema(), '', messages);
  return messages as FieldMessages;
}

let known: Set<string> | undefined;

/** Whether a path, without list positions, is one of a field that has texts. */
export function isFieldPath(path: string): path is FieldPath {
  known ??= new Set(Object.keys(fieldMessages()));
  return (
    path === 'access.providers.kind' || known.has(`form.fields.${path}.label`)
  );
}
