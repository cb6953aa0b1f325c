import { instanceJsonSchema } from '@alexandriaproject/alexandria-manifests';

type Schema = Record<string, unknown>;

/** A field of the answers: its path, and what the model says of it. */
export interface AnswerField {
  path: string;
  schema: Schema;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null;

function fieldsOf(schema: Schema, path: string): AnswerField[] {
  if (isSchema(schema.properties)) {
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      fieldsOf(inner as Schema, path ? `${path}.${name}` : name),
    );
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(choices)) {
    return choices.flatMap(choice => fieldsOf(choice, path));
  }
  return isSchema(schema.items)
    ? fieldsOf(schema.items, `${path}[0]`)
    : [{ path, schema }];
}

/** Every field that the answers have, from the model itself; each path once. */
export function answerFields(): AnswerField[] {
  const all = fieldsOf(instanceJsonSchema(), '');
  return [...new Map(all.map(field => [field.path, field])).values()];
}

/** A copy of answers with another value at a path such as `environments[0].host`. */
export function withAnswer(
  answers: unknown,
  path: string,
  value: unknown,
): unknown {
  const copy = structuredClone(answers);
  const keys = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map(key => (/^\d+$/.test(key) ? Number(key) : key));
  let node = copy as Record<string | number, unknown>;
  keys.slice(0, -1).forEach((key, index) => {
    node[key] ??= typeof keys[index + 1] === 'number' ? [] : {};
    node = node[key] as Record<string | number, unknown>;
  });
  node[keys[keys.length - 1]] = value;
  return copy;
}

/** Answers that have something at every path, so that one can be made wrong by itself. */
export const fullAnswers = {
  name: 'assistant',
  owner: 'group:default/platform',
  environments: [{ name: 'dev', stage: 'development' }],
  access: {
    providers: [
      {
        name: 'okta',
        kind: 'oidc',
        issuer: 'https://acme.okta.com',
        clientId: '0oa1',
      },
    ],
  },
  llmBackends: [
    {
      name: 'claude',
      kind: 'claude',
      url: 'https://api.anthropic.com',
      model: 'claude-sonnet-4-6',
    },
  ],
};
