import { WatchFailure } from './WatchFailure';

/** An object as the API server writes it. In a list, `apiVersion` and `kind` are left out. */
export interface KubernetesItem {
  metadata: { name: string; namespace?: string; resourceVersion: string };
  [field: string]: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws WatchFailure `unexpected` when it is not an object of Kubernetes */
export function asItem(value: unknown): KubernetesItem {
  const metadata = isRecord(value) ? value.metadata : undefined;
  if (
    !isRecord(metadata) ||
    typeof metadata.name !== 'string' ||
    typeof metadata.resourceVersion !== 'string'
  ) {
    throw new WatchFailure(
      'unexpected',
      'sent something that is not a Kubernetes object',
    );
  }
  return value as KubernetesItem;
}

/** One page of a list. */
export interface ListPage {
  resourceVersion: string;
  /** Where the next page begins; absent on the last. */
  continue?: string;
  items: unknown[];
}

/** @throws WatchFailure `unexpected` when it is not a list: then nothing is known, which is not the same as nothing there */
export function asListPage(text: string): ListPage {
  const list = parseJson(text);
  const metadata = isRecord(list) ? list.metadata : undefined;
  if (
    !isRecord(list) ||
    typeof list.kind !== 'string' ||
    !list.kind.endsWith('List') ||
    !isRecord(metadata) ||
    typeof metadata.resourceVersion !== 'string' ||
    // Go writes an empty list as null here and there.
    !(Array.isArray(list.items) || list.items === null)
  ) {
    throw new WatchFailure('unexpected', 'sent something that is not a list');
  }
  return {
    resourceVersion: metadata.resourceVersion,
    continue:
      typeof metadata.continue === 'string' && metadata.continue !== ''
        ? metadata.continue
        : undefined,
    items: list.items ?? [],
  };
}

/** One line of a watch. */
export type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: KubernetesItem }
  | { type: 'BOOKMARK'; resourceVersion: string }
  | { type: 'ERROR'; code: number; retryAfterSeconds?: number };

/** @throws WatchFailure `unexpected` when it is not an event of a watch */
export function asWatchEvent(line: string): WatchEvent {
  const event = parseJson(line);
  const object = isRecord(event) ? event.object : undefined;
  const type = isRecord(event) ? event.type : undefined;
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type, object: asItem(object) };
    case 'BOOKMARK': {
      const metadata = isRecord(object) ? object.metadata : undefined;
      if (isRecord(metadata) && typeof metadata.resourceVersion === 'string') {
        return { type, resourceVersion: metadata.resourceVersion };
      }
      break;
    }
    case 'ERROR':
      if (isRecord(object) && typeof object.code === 'number') {
        const details = isRecord(object.details) ? object.details : {};
        return {
          type,
          code: object.code,
          retryAfterSeconds:
            typeof details.retryAfterSeconds === 'number'
              ? details.retryAfterSeconds
              : undefined,
        };
      }
      break;
    default:
  }
  throw new WatchFailure(
    'unexpected',
    'sent something that is not an event of a watch',
  );
}

/** @throws WatchFailure `unexpected` when it is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The error would repeat what was sent.
    throw new WatchFailure('unexpected', 'sent something that is not JSON');
  }
}
