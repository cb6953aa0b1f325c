import { Root, type Type } from 'protobufjs';
import type { JsonRecord } from '../objects/json';

/** What Kubernetes begins its Protobuf with: https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding */
const MAGIC = Buffer.from('k8s\0');

const field = (id: number, type: string) => ({ id, type });
const map = (id: number, type: string) => ({
  ...{ keyType: 'string', id, type },
});

/** The fields that `kubectl create` writes of what it makes by itself, by the numbers of Kubernetes' generated.proto. */
const root = Root.fromJSON({
  nested: {
    TypeMeta: {
      fields: { apiVersion: field(1, 'string'), kind: field(2, 'string') },
    },
    Unknown: {
      fields: { typeMeta: field(1, 'TypeMeta'), raw: field(2, 'bytes') },
    },
    ObjectMeta: {
      fields: {
        name: field(1, 'string'),
        generateName: field(2, 'string'),
        namespace: field(3, 'string'),
        labels: map(11, 'string'),
        annotations: map(12, 'string'),
      },
    },
    ConfigMap: {
      fields: {
        metadata: field(1, 'ObjectMeta'),
        data: map(2, 'string'),
        binaryData: map(3, 'bytes'),
      },
    },
    Namespace: { fields: { metadata: field(1, 'ObjectMeta') } },
    Secret: {
      fields: {
        metadata: field(1, 'ObjectMeta'),
        data: map(2, 'bytes'),
        type: field(3, 'string'),
        stringData: map(4, 'string'),
      },
    },
    ServiceAccount: { fields: { metadata: field(1, 'ObjectMeta') } },
  },
});

/** Kinds whose Protobuf can be read. */
const KINDS = ['ConfigMap', 'Namespace', 'Secret', 'ServiceAccount'];

/** Empty texts are not said. */
const withoutEmpty = (record: JsonRecord) =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== ''),
  );

const decode = (type: Type, bytes: Uint8Array): JsonRecord =>
  type.toObject(type.decode(bytes), { bytes: String });

/**
 * Reads Protobuf of Kubernetes. Of a kind that is known only the fields are read that `kubectl create` writes.
 *
 * @returns undefined for what is none, and for a kind that is not known
 */
export function readProtobuf(bytes: Buffer): JsonRecord | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return undefined;
  }
  try {
    const unknown = root.lookupType('Unknown');
    const { typeMeta, raw } = unknown.decode(
      bytes.subarray(MAGIC.length),
    ) as unknown as {
      typeMeta: { apiVersion: string; kind: string };
      raw: Uint8Array;
    };
    const { apiVersion, kind } = typeMeta;
    if (apiVersion !== 'v1' || !KINDS.includes(kind)) {
      return undefined;
    }
    const { metadata, ...rest } = decode(root.lookupType(kind), raw);
    return {
      ...{ apiVersion, kind },
      metadata: withoutEmpty(metadata as JsonRecord),
      ...withoutEmpty(rest),
    };
  } catch {
    // What is cut off or of another shape is like what is none.
    return undefined;
  }
}
