import { z } from 'zod';
import { valuesSchema } from './valuesSchema';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema for the value at a dotted path. */
function where(path: string, schema: JsonSchema): JsonSchema {
  return path
    .split('.')
    .reduceRight<JsonSchema>(
      (inner, key) => ({ properties: { [key]: inner } }),
      schema,
    );
}

/** More than one replica needs Postgres and a shared volume: the one guard that editors learn of too. */
const REPLICA_RULES: JsonSchema[] = [
  {
    if: {
      anyOf: [
        {
          allOf: [
            where('autoscaling.enabled', { const: true }),
            where('autoscaling.maxReplicas', { minimum: 2 }),
          ],
        },
        {
          allOf: [
            where('autoscaling.enabled', { const: false }),
            where('replicaCount', { minimum: 2 }),
          ],
        },
      ],
    },
    then: {
      allOf: [
        where('persistence.enabled', { const: true }),
        where('persistence.accessMode', { const: 'ReadWriteMany' }),
        {
          anyOf: [
            where('config.database.url', { minLength: 1 }),
            where('config.database.existingSecret', { minLength: 1 }),
            {
              allOf: [
                where('externalSecrets.enabled', { const: true }),
                where('externalSecrets.databaseUrlKey', { minLength: 1 }),
              ],
            },
          ],
        },
      ],
    },
  },
];

/**
 * `values.schema.json` of the chart: draft-07 in the part of it that Helm 3.17 knows.
 *
 * Helm checks the merged values, so that every key with a default is required: a null that deletes one is an error.
 *
 * @public
 */
export function valuesJsonSchema(): z.core.JSONSchema.BaseSchema {
  return {
    ...z.toJSONSchema(valuesSchema, {
      target: 'draft-07',
      io: 'input',
      unrepresentable: 'throw',
      override: ({ jsonSchema }) => {
        delete jsonSchema.format;
        delete jsonSchema.id;
      },
    }),
    title: 'Values of the chart alexandria-ee',
    allOf: REPLICA_RULES,
  };
}
