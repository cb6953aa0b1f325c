import { readFileSync } from 'node:fs';
import { crds, openApi } from '@alexandriaproject/test-rig';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { OpenApiSchema, QUANTITY, strictSchema } from './strictSchema';

interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

interface OpenApiDocument {
  definitions: Record<
    string,
    OpenApiSchema & { 'x-kubernetes-group-version-kind'?: GroupVersionKind[] }
  >;
}

interface CustomResourceDefinition {
  spec: {
    group: string;
    names: { kind: string };
    versions: {
      name: string;
      served: boolean;
      deprecated?: boolean;
      schema: { openAPIV3Schema: OpenApiSchema };
    }[];
  };
}

const QUANTITY_NAME = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const META = '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const keyOf = (apiVersion: string, kind: string) => `${apiVersion} ${kind}`;

function described({ instancePath, message, params, keyword }: ErrorObject) {
  const what =
    keyword === 'additionalProperties'
      ? `has no field ${JSON.stringify(params.additionalProperty)}`
      : message;
  return `${instancePath || '/'} ${what}`;
}

/** What every object that is applied has. */
const NAMED = {
  required: ['metadata'],
  properties: {
    metadata: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1 } },
    },
  },
};

/** The schemas of one release of Kubernetes and of the CRDs, strict: a field that they do not name is refused. */
export class SchemaSet {
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(
    /** Of Kubernetes. */
    readonly version: string,
    private readonly ajv: Ajv,
    private readonly references: Map<string, string>,
  ) {}

  static async load(which: 'oldest' | 'newest'): Promise<SchemaSet> {
    const { version, path } = await openApi(which);
    const { definitions } = JSON.parse(
      readFileSync(path, 'utf8'),
    ) as OpenApiDocument;
    const references = new Map<string, string>();
    const schemas: Record<string, object> = {};
    for (const [name, definition] of Object.entries(definitions)) {
      schemas[name] =
        name === QUANTITY_NAME ? QUANTITY : strictSchema(definition);
      const kinds = definition['x-kubernetes-group-version-kind'] ?? [];
      for (const { group, version: api, kind } of kinds) {
        const apiVersion = group === '' ? api : `${group}/${api}`;
        references.set(keyOf(apiVersion, kind), name);
      }
    }
    for (const file of await crds()) {
      const { spec } = parse(
        readFileSync(file, 'utf8'),
      ) as CustomResourceDefinition;
      for (const each of spec.versions.filter(
        ({ served, deprecated }) => served && !deprecated,
      )) {
        const { openAPIV3Schema: schema } = each.schema;
        const name = `${spec.group}.${each.name}.${spec.names.kind}`;
        schemas[name] = strictSchema({
          ...schema,
          properties: { ...schema.properties, metadata: { $ref: META } },
        });
        references.set(
          keyOf(`${spec.group}/${each.name}`, spec.names.kind),
          name,
        );
      }
    }
    const ajv = new Ajv({
      allErrors: true,
      // Every keyword that it does not know is an error.
      strict: true,
      strictTypes: false,
      // What strictSchema makes is a schema: to check that takes far longer than all objects together.
      validateSchema: false,
    });
    ajv.addSchema({ $id: 'kubernetes', definitions: schemas });
    return new SchemaSet(version, ajv, references);
  }

  /** What is wrong with an object, by path; nothing when it is valid. */
  problems(object: object): string[] {
    const { apiVersion, kind } = object as Record<string, unknown>;
    const key = keyOf(String(apiVersion), String(kind));
    const name = this.references.get(key);
    if (name === undefined) {
      return [`there is no ${key} in ${this.version}`];
    }
    const validate = this.validator(name);
    return validate(object) ? [] : (validate.errors ?? []).map(described);
  }

  private validator(name: string): ValidateFunction {
    const found = this.compiled.get(name);
    if (found !== undefined) {
      return found;
    }
    const validate = this.ajv.compile({
      allOf: [{ $ref: `kubernetes#/definitions/${name}` }, NAMED],
    });
    this.compiled.set(name, validate);
    return validate;
  }
}
