import type { FieldWriter } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  isRecord,
  recordsAt,
  textAt,
  timeAt,
  timestamp,
  valueAt,
  type Json,
} from '../../objects/read';
import { sameKey } from './listKeys';
import type { Step } from './path';

/** One entry of `metadata.managedFields`: who wrote, and which fields are theirs since. */
export interface Entry {
  writer: FieldWriter;
  /** Milliseconds since the epoch; 0 when the entry does not say. */
  at: number;
  apiVersion: string;
  fields: Json;
}

/** The entries of an object; none where a client cleared them. Who wrote only the status wrote nothing that is asked for. */
export const entriesOf = (object: Json): Entry[] =>
  recordsAt(object, 'metadata', 'managedFields')
    .filter(entry => textAt(entry, 'subresource') !== 'status')
    .map(entry => {
      const subresource = textAt(entry, 'subresource');
      const at = timeAt(entry, 'time');
      return {
        writer: {
          manager: textAt(entry, 'manager') || 'unknown',
          operation:
            textAt(entry, 'operation') === 'Apply' ? 'Apply' : 'Update',
          ...(subresource === '' ? {} : { subresource }),
          ...(at === undefined ? {} : { at: timestamp(at) }),
        },
        at: at ?? 0,
        apiVersion: textAt(entry, 'apiVersion'),
        fields: valueAt(entry, 'fieldsV1'),
      };
    });

function parsedKey(name: string): Record<string, Json> | undefined {
  try {
    const key: Json = JSON.parse(name.slice('k:'.length));
    return isRecord(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** What an entry has of a step; undefined when it has nothing of it. */
function below(fields: Record<string, Json>, step: Step): Json {
  if ('field' in step) {
    return valueAt(fields, `f:${step.field}`);
  }
  if ('index' in step) {
    return valueAt(fields, `i:${step.index}`);
  }
  const name = Object.keys(fields).find(each => {
    const key = each.startsWith('k:') ? parsedKey(each) : undefined;
    return key !== undefined && sameKey(key, step.key);
  });
  return name === undefined ? undefined : fields[name];
}

/**
 * Whether something at a path is of an entry. What ends before the path is one value, as a list without keys is, and all
 * that is in it with it.
 *
 * Source of the format: k8s.io/apimachinery, pkg/apis/meta/v1, FieldsV1.
 */
export function owns({ fields }: Entry, path: readonly Step[]): boolean {
  let at = fields;
  for (const step of path) {
    if (!isRecord(at)) {
      return false;
    }
    const next = below(at, step);
    if (next === undefined) {
      return at !== fields && Object.keys(at).length === 0;
    }
    at = next;
  }
  return at !== fields;
}

/** Who wrote last at a path. */
export const lastEntry = (
  entries: readonly Entry[],
  path: readonly Step[],
): Entry | undefined =>
  entries
    .filter(entry => owns(entry, path))
    .sort((a, b) => b.at - a.at)
    .at(0);
