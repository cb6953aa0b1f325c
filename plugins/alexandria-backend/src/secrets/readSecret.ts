import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  readSecretMetadata,
  reduceSecret,
  type SecretState,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { Clock } from '../watch/Clock';
import { asItem, parseJson } from '../watch/KubernetesItem';
import { listPath } from '../watch/ResourceType';
import { succeeded } from '../watch/readList';
import { readText } from '../watch/readText';
import type { Transport, TransportResponse } from '../watch/Transport';
import { WatchFailure } from '../watch/WatchFailure';
import { withDeadline } from '../watch/withDeadline';

/** How far the Secrets of a cluster may be read, where they may be at all. */
export type ReadingTier = Exclude<SecretTier, 0>;

/** Where a Secret is. */
export interface SecretReference {
  namespace: string;
  name: string;
}

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** The API server stores 1 MiB of a Secret; base64, metadata and the managers of its fields come on top. */
const MOST_BYTES = 4 * 1024 * 1024;

const SECRETS = {
  group: '',
  version: 'v1',
  kind: 'Secret',
  resource: 'secrets',
};

/**
 * What is asked for in each tier, and how it is reduced. There is no second choice in the header: a server that cannot
 * give the metadata alone answers 406, and no value crosses the wire.
 *
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches
 */
const TIERS = {
  1: {
    accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    kind: 'PartialObjectMetadata',
    reduce: readSecretMetadata,
  },
  2: { accept: 'application/json', kind: 'Secret', reduce: reduceSecret },
} as const;

/** What the API server says in place of an object. */
interface Status {
  kind?: unknown;
  reason?: unknown;
  details?: { kind?: unknown; name?: unknown };
}

const textOf = (response: TransportResponse) =>
  readText(response, MOST_BYTES, 'a Secret');

/** @returns the state of a Secret that the API server, and not something on the way to it, says is not there */
function absent(
  tier: ReadingTier,
  { namespace, name }: SecretReference,
  answer: unknown,
): SecretState {
  const { kind, reason, details } = (answer ?? {}) as Status;
  if (
    kind !== 'Status' ||
    reason !== 'NotFound' ||
    details?.kind !== 'secrets' ||
    details.name !== name
  ) {
    throw new WatchFailure('unexpected', 'answered with status 404');
  }
  return {
    ...{ namespace, name, tier },
    exists: false,
    type: '',
    labels: {},
    owners: [],
  };
}

/**
 * Reads one Secret as far as the tier goes. What the server sent ends with the call: no value, and no annotation, since
 * `last-applied-configuration` holds values, is in what is returned or thrown.
 *
 * @returns its state; one that is not there is a state too
 * @throws WatchFailure when it cannot be had
 */
export async function readSecret(
  options: { transport: Transport; clock: Clock; tier: ReadingTier },
  reference: SecretReference,
  signal: AbortSignal,
): Promise<SecretState> {
  const { transport, clock, tier } = options;
  const { namespace, name } = reference;
  const { accept, kind, reduce } = TIERS[tier];
  const path = `${listPath(SECRETS, namespace)}/${encodeURIComponent(name)}`;
  return withDeadline(
    { clock, ms: PATIENCE_MS, signal, what: 'has not answered' },
    async inTime => {
      const response = await transport.get(path, {}, inTime, accept);
      if (response.status === 404) {
        return absent(tier, reference, parseJson(await textOf(response)));
      }
      const item = asItem(parseJson(await textOf(await succeeded(response))));
      if (
        item.kind !== kind ||
        item.metadata.namespace !== namespace ||
        item.metadata.name !== name
      ) {
        throw new WatchFailure(
          'unexpected',
          `sent something that is not the ${kind} that was asked for`,
        );
      }
      return reduce(item);
    },
  );
}
