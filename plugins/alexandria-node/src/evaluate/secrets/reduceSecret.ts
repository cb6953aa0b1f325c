import { X509Certificate } from 'node:crypto';
import {
  isRecord,
  Json,
  recordsAt,
  textAt,
  textsAt,
  timeAt,
  valueAt,
} from '../objects/read';
import type { SecretKeyState, SecretState } from '../SecretState';

/** When the data was last written, by whoever wrote it: a manager of `f:data` or `f:stringData`. */
function writtenAt(json: Json): number | undefined {
  const times = recordsAt(json, 'metadata', 'managedFields').flatMap(entry =>
    isRecord(valueAt(entry, 'fieldsV1', 'f:data')) ||
    isRecord(valueAt(entry, 'fieldsV1', 'f:stringData'))
      ? timeAt(entry, 'time') ?? []
      : [],
  );
  return times.length > 0
    ? Math.max(...times)
    : timeAt(json, 'metadata', 'creationTimestamp');
}

/** The keys that managers say they wrote; undefined when none says anything, which is not the same as none. */
function managedKeys(json: Json): string[] | undefined {
  const entries = recordsAt(json, 'metadata', 'managedFields');
  const maps = entries.flatMap(entry =>
    ['f:data', 'f:stringData']
      .map(field => valueAt(entry, 'fieldsV1', field))
      .filter(isRecord),
  );
  return maps.length === 0
    ? undefined
    : [
        ...new Set(
          maps
            .flatMap(map => Object.keys(map))
            .filter(key => key.startsWith('f:'))
            .map(key => key.slice(2)),
        ),
      ].sort();
}

function common(json: Json, tier: SecretState['tier']) {
  return {
    namespace: textAt(json, 'metadata', 'namespace'),
    name: textAt(json, 'metadata', 'name'),
    tier,
    exists: true,
    type: textAt(json, 'type'),
    labels: textsAt(json, 'metadata', 'labels'),
    owners: recordsAt(json, 'metadata', 'ownerReferences').map(owner =>
      textAt(owner, 'kind'),
    ),
    writtenAt: writtenAt(json),
  };
}

/** When the first certificate of a PEM text ends; undefined for anything else. */
function certificateEnd(text: string): number | undefined {
  const begin = text.indexOf('-----BEGIN CERTIFICATE-----');
  if (begin < 0) {
    return undefined;
  }
  try {
    return new X509Certificate(text.slice(begin)).validToDate.getTime();
  } catch {
    // Nobody's business here: it says nothing of when it ends.
    return undefined;
  }
}

function reduceValue(value: string): SecretKeyState {
  const notAfter = certificateEnd(value);
  return {
    empty: value === '',
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}

/**
 * Reduces a whole Secret to what may be kept (tier 2): which keys are there, whether they are empty, and when
 * certificates end. No value, nothing computed from one, and no annotation: `last-applied-configuration` holds values.
 *
 * @param json - a Secret as the API writes it
 *
 * @public
 */
export function reduceSecret(json: Json): SecretState {
  const keys: Record<string, SecretKeyState> = {};
  for (const [key, value] of Object.entries(textsAt(json, 'data'))) {
    keys[key] = reduceValue(Buffer.from(value, 'base64').toString('latin1'));
  }
  for (const [key, value] of Object.entries(textsAt(json, 'stringData'))) {
    keys[key] = reduceValue(value);
  }
  return { ...common(json, 2), keys };
}

/**
 * Reads the metadata of a Secret (tier 1, `PartialObjectMetadata`): its keys are those that managers say they wrote.
 *
 * @public
 */
export function readSecretMetadata(json: Json): SecretState {
  const keys = managedKeys(json);
  return {
    ...common(json, 1),
    ...(keys === undefined
      ? {}
      : { keys: Object.fromEntries(keys.map(key => [key, {}])) }),
  };
}
