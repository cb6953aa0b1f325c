import { isDeepStrictEqual } from 'node:util';
import { ApiError } from '../objects/ApiError';
import {
  timeText,
  type KubernetesObject,
  type ManagedFieldsEntry,
} from '../objects/KubernetesObject';
import { FieldNode } from './FieldNode';
import { compare, fieldsOf, managedPart } from './fieldsOf';
import { merge, prune } from './merge';

/** Who writes, and how. */
export interface Writer {
  manager: string;
  operation: ManagedFieldsEntry['operation'];
  subresource?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

type Entries = readonly ManagedFieldsEntry[];

const isBy = (
  { manager, operation, subresource }: ManagedFieldsEntry,
  writer: Writer,
) =>
  manager === writer.manager &&
  operation === writer.operation &&
  subresource === writer.subresource;

function entryOf(
  writer: Writer,
  apiVersion: string,
  fields: FieldNode,
): ManagedFieldsEntry {
  const { manager, operation, subresource, now } = writer;
  return {
    ...{ manager, operation, apiVersion },
    // Nobody notes when something was scaled.
    ...(subresource === 'scale' ? {} : { time: timeText(now) }),
    fieldsType: 'FieldsV1',
    fieldsV1: fields.toJSON(),
    ...(subresource === undefined ? {} : { subresource }),
  };
}

const without = (entry: ManagedFieldsEntry, fields: FieldNode) => ({
  ...entry,
  fieldsV1: FieldNode.parse(entry.fieldsV1).without(fields).toJSON(),
});

/** Applied before updated, then by time, as the API server orders them. */
function sorted(entries: Entries): ManagedFieldsEntry[] {
  const rank = ({ operation }: ManagedFieldsEntry) =>
    operation === 'Apply' ? 0 : 1;
  return entries
    .filter(({ fieldsV1 }) => Object.keys(fieldsV1).length > 0)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.time ?? '').localeCompare(b.time ?? '') ||
        a.manager.localeCompare(b.manager),
    );
}

/** Who manages which fields once an object was written whole, or patched in another way than by apply. */
export function managedAfterUpdate(
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  writer: Writer,
  isCustom: boolean,
): ManagedFieldsEntry[] {
  const entries = before?.metadata.managedFields ?? [];
  const { written, gone } = compare(
    before && managedPart(before),
    managedPart(after),
    isCustom,
  );
  if (written.isEmpty && gone.isEmpty) {
    return [...entries];
  }
  const taken = written.union(gone);
  const own = entries.find(entry => isBy(entry, writer));
  const kept = (own ? FieldNode.parse(own.fieldsV1) : new FieldNode())
    .without(gone)
    .union(written);
  return sorted([
    ...entries
      .filter(entry => entry !== own)
      .map(entry => without(entry, taken)),
    entryOf(writer, after.apiVersion, kept),
  ]);
}

function elementText(element: string): string {
  if (element.startsWith('k:')) {
    const keys = Object.entries(JSON.parse(element.slice(2)) as object);
    return `[${keys
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join(',')}]`;
  }
  return element.startsWith('v:')
    ? `[=${element.slice(2)}]`
    : `.${element.slice(2)}`;
}

/** Where the members of a set of fields are, each as messages name it. */
function placesOf(fields: FieldNode, path = ''): string[] {
  const below = [...fields.children].flatMap(([element, node]) =>
    placesOf(node, path + elementText(element)),
  );
  return fields.isMember && below.length === 0 ? [path] : below;
}

interface Conflict {
  entry: ManagedFieldsEntry;
  fields: string[];
}

function conflictError(conflicts: readonly Conflict[]): ApiError {
  const causes = conflicts.flatMap(({ entry, fields }) => {
    const { manager, subresource, apiVersion, operation } = entry;
    const by = `conflict with ${JSON.stringify(manager)}${
      subresource === undefined ? '' : ` with subresource "${subresource}"`
    }${operation === 'Update' ? ` using ${apiVersion}` : ''}`;
    return fields.map(field => ({
      reason: 'FieldManagerConflict',
      message: by,
      field,
    }));
  });
  const count = causes.length;
  const texts = [...new Set(causes.map(({ message }) => message))].map(by => {
    const fields = causes.filter(({ message }) => message === by);
    return fields.length === 1
      ? `${by}: ${fields[0].field}`
      : `conflicts with${by.slice('conflict with'.length)}:\n${fields
          .map(({ field }) => `- ${field}`)
          .join('\n')}`;
  });
  return new ApiError(
    409,
    'Conflict',
    `Apply failed with ${count} ${
      count === 1 ? 'conflict' : 'conflicts'
    }: ${texts.join('\n')}`,
    { causes },
  );
}

/**
 * Lays what somebody applies over an object: what they applied before and do not any more goes, unless others manage it too.
 *
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/
 *
 * @param complete - makes an object of what is merged, with what the API server adds by itself
 * @throws ApiError 409 when others manage a field with another value, unless it is forced
 */
export function apply(
  options: {
    live: KubernetesObject | undefined;
    applied: KubernetesObject;
    writer: Writer;
    force: boolean;
    isCustom: boolean;
  },
  complete: (merged: KubernetesObject) => KubernetesObject,
): KubernetesObject {
  const { live, applied, writer, force, isCustom } = options;
  const entries = live?.metadata.managedFields ?? [];
  const own = entries.find(entry => isBy(entry, writer));
  const others = entries.filter(entry => entry !== own);
  const fields = fieldsOf(managedPart(applied), isCustom);
  const livePart = live ? managedPart(live) : {};

  const merged = merge(livePart, managedPart(applied), isCustom);
  const changed = compare(livePart, merged, isCustom).written.common(fields);
  const conflicts = others.flatMap((entry): Conflict[] => {
    const places = placesOf(FieldNode.parse(entry.fieldsV1).common(changed));
    return places.length === 0 ? [] : [{ entry, fields: places }];
  });
  if (conflicts.length > 0 && !force) {
    throw conflictError(conflicts);
  }

  const dropped = others.reduce(
    (rest, { fieldsV1 }) => rest.without(FieldNode.parse(fieldsV1)),
    own ? FieldNode.parse(own.fieldsV1).without(fields) : new FieldNode(),
  );
  const { metadata = {}, ...rest } = prune(
    merged,
    dropped,
    isCustom,
  ) as KubernetesObject;
  const object = complete({
    ...rest,
    apiVersion: applied.apiVersion,
    kind: applied.kind,
    metadata: {
      ...Object.fromEntries(
        Object.entries(live?.metadata ?? applied.metadata).filter(
          ([name]) =>
            ![
              'labels',
              'annotations',
              'finalizers',
              'ownerReferences',
            ].includes(name),
        ),
      ),
      ...metadata,
    },
  } as KubernetesObject);
  const { time, ...entry } = entryOf(writer, applied.apiVersion, fields);
  // Who changes nothing but who manages it is not noted at a new time.
  const isUnchanged = isDeepStrictEqual(managedPart(object), livePart);
  const noted = isUnchanged ? own?.time : time;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      managedFields: sorted([
        ...others.map(each => without(each, changed)),
        { ...entry, ...(noted === undefined ? {} : { time: noted }) },
      ]),
    },
  };
}
