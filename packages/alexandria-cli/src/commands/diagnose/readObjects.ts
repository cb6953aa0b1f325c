import {
  reduceSecret,
  SecretState,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { LineCounter, parseAllDocuments } from 'yaml';
import { WrongUse } from '../../Io';
import type { ReadObject } from './Diagnosis';

/** Objects, without the values of the Secrets among them. */
export interface ReadObjects {
  objects: ReadObject[];
  secrets: SecretState[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObject = (value: unknown): value is ReadObject =>
  isRecord(value) && typeof value.kind === 'string' && value.kind !== '';

/** JSON is tried first: it is YAML too, but a reader of its own is many times as fast. */
function parse(text: string, source: string): unknown[] {
  if (/^\s*[{[]/.test(text)) {
    try {
      return [JSON.parse(text)];
    } catch {
      // Several JSON documents, or YAML in flow style.
    }
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'core',
    // Some hand-made files repeat keys; the API server's reader lets the last one win too.
    uniqueKeys: false,
    merge: true,
    // They would repeat what was read.
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  return (Array.isArray(documents) ? documents : []).map((document, index) => {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line } = lines.linePos(error.pos[0]);
      throw new WrongUse(
        `${source}: is neither YAML nor JSON (document ${
          index + 1
        }, line ${line}: ${error.message})`,
      );
    }
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch {
      throw new WrongUse(
        `${source}: document ${index + 1} cannot be read: too many aliases`,
      );
    }
  });
}

/** The items of a list; what a typed list, as `kubectl get --raw` prints it, leaves out of its items is put back. */
function items(list: ReadObject): unknown[] {
  const kind = list.kind.slice(0, -'List'.length);
  return (Array.isArray(list.items) ? list.items : []).map(item =>
    isRecord(item) && item.kind === undefined && kind !== ''
      ? { apiVersion: list.apiVersion, kind, ...item }
      : item,
  );
}

function flatten(value: unknown, source: string, where: string): ReadObject[] {
  if (value === null || value === undefined) {
    return [];
  }
  if (!isObject(value)) {
    throw new WrongUse(
      `${source}: ${where} is no Kubernetes object: it has no kind. Give what kubectl get -o yaml or -o json prints`,
    );
  }
  if (value.kind === 'Status' && value.apiVersion === 'v1') {
    throw new WrongUse(
      `${source}: ${where} is an error of the API server (${
        typeof value.reason === 'string' ? value.reason : 'without a reason'
      }), so nothing is known`,
    );
  }
  if (
    value.kind.endsWith('List') &&
    (Array.isArray(value.items) || value.items === null)
  ) {
    return items(value).flatMap((item, index) =>
      flatten(item, source, `item ${index + 1} of ${where}`),
    );
  }
  return [value];
}

const isSecret = ({ kind, apiVersion }: ReadObject) =>
  kind === 'Secret' && (apiVersion === 'v1' || apiVersion === undefined);

/** What may be kept of a Secret as an object: what it is called and how old it is. */
function withoutValues({ apiVersion, kind, metadata }: ReadObject): ReadObject {
  const kept: Record<string, unknown> = {};
  const from: Record<string, unknown> = isRecord(metadata) ? metadata : {};
  for (const field of [
    'name',
    'namespace',
    'uid',
    'creationTimestamp',
    'deletionTimestamp',
  ]) {
    if (typeof from[field] === 'string') {
      kept[field] = from[field];
    }
  }
  return { apiVersion, kind, metadata: kept };
}

/** Takes the values of the Secrets away, before anything else sees the objects. */
export function withoutSecretValues(
  objects: readonly ReadObject[],
): ReadObjects {
  const secrets: SecretState[] = [];
  return {
    objects: objects.map(object => {
      if (!isSecret(object)) {
        return object;
      }
      secrets.push(reduceSecret(object));
      return withoutValues(object);
    }),
    secrets,
  };
}

/**
 * Reads what `kubectl get -o yaml` or `-o json` prints: one object, several documents, or a list of any kinds.
 *
 * @param source - how messages call the text
 * @throws WrongUse when it is anything else, or nothing
 */
export function readObjects(text: string, source: string): ReadObjects {
  const documents = parse(text, source).filter(
    document => document !== null && document !== undefined,
  );
  if (documents.length === 0) {
    throw new WrongUse(
      `${source}: is empty. When a command was to write it, that command failed`,
    );
  }
  return withoutSecretValues(
    documents.flatMap((document, index) =>
      flatten(document, source, `document ${index + 1}`),
    ),
  );
}
