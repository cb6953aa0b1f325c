/** The part of OpenAPI 2.0 and of a CRD's schema that Kubernetes uses. */
export interface OpenApiSchema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  properties?: Record<string, OpenApiSchema>;
  additionalProperties?: OpenApiSchema | boolean;
  items?: OpenApiSchema;
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  allOf?: OpenApiSchema[];
  not?: OpenApiSchema;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-list-type'?: string;
}

/** A JSON Schema of draft 7. */
export type JsonSchema = Record<string, unknown>;

/** Keywords that mean in JSON Schema what they mean in OpenAPI. */
const SHARED = [
  ...['required', 'enum', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'minItems', 'maxItems'],
  ...['minProperties', 'maxProperties'],
];

/** What Kubernetes' formats let in, of those whose published type lets in more. */
const FORMATS: Record<string, JsonSchema> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  byte: { pattern: '^[A-Za-z0-9+/]*={0,2}$' },
  'int-or-string': { type: ['integer', 'string'] },
};

/** `resource.Quantity`: published as a string, though a number will do. The grammar is that of its description. */
export const QUANTITY: JsonSchema = {
  type: ['number', 'string'],
  pattern:
    '^[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?$',
};

const isMap = (schema: OpenApiSchema): boolean =>
  schema.additionalProperties === undefined &&
  schema.properties !== undefined &&
  !schema['x-kubernetes-preserve-unknown-fields'];

/** @param structural - false within anyOf and the like, which say more of fields that are declared elsewhere */
function convert(schema: OpenApiSchema, structural: boolean): JsonSchema {
  const { $ref, type, format = '', properties, items } = schema;
  const { additionalProperties: others } = schema;
  if ($ref !== undefined) {
    return { $ref };
  }
  const types = type === undefined ? {} : { type };
  const each = (list: OpenApiSchema[]) =>
    list.map(item => convert(item, false));
  return {
    ...types,
    ...(schema['x-kubernetes-int-or-string'] ? FORMATS['int-or-string'] : {}),
    ...FORMATS[format],
    ...Object.fromEntries(
      Object.entries(schema).filter(([key]) => SHARED.includes(key)),
    ),
    ...(schema['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [
          key,
          convert(value, structural),
        ]),
      ),
    }),
    ...(structural && isMap(schema) && { additionalProperties: false }),
    ...(typeof others === 'object' && {
      additionalProperties: convert(others, structural),
    }),
    ...(items && { items: convert(items, structural) }),
    ...(schema.anyOf && { anyOf: each(schema.anyOf) }),
    ...(schema.oneOf && { oneOf: each(schema.oneOf) }),
    ...(schema.allOf && { allOf: each(schema.allOf) }),
    ...(schema.not && { not: convert(schema.not, false) }),
  };
}

/** A schema as Kubernetes publishes it, as a JSON Schema that refuses every field it does not name. */
export function strictSchema(schema: OpenApiSchema): JsonSchema {
  return convert(schema, true);
}
