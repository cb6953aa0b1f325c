import { ApiError } from '../objects/ApiError';
import { groupVersionOf, type Resource } from '../objects/resources';
import type { StoredObject } from '../store/StoredObject';

/** How objects are written: whole, or their metadata alone. */
export interface Representation {
  /** Of one object, as `get` and `watch` give it. */
  one(object: StoredObject): string;
  /** Of one object in a list. */
  item(object: StoredObject): string;
  /** What the list of them is. */
  list: { kind: string; apiVersion: string };
  /** What one of them is. */
  kind: { kind: string; apiVersion: string };
}

const META = 'meta.k8s.io/v1';

const parametersOf = (type: string) => {
  const [media, ...parameters] = type.split(';').map(part => part.trim());
  return {
    media: media.toLowerCase(),
    ...Object.fromEntries(parameters.map(each => each.split('='))),
  } as { media: string; as?: string; g?: string; v?: string };
};

function metadataOnly({ object }: StoredObject, kind: string): string {
  return JSON.stringify({
    kind,
    apiVersion: META,
    metadata: object.metadata,
  });
}

function whole(resource: Resource): Representation {
  const { kind, isCustom } = resource;
  const apiVersion = groupVersionOf(resource);
  return {
    one: object => object.whole,
    // Only what is served from a CustomResourceDefinition says in a list what it is.
    item: object => (isCustom ? object.whole : object.text),
    list: { kind: `${kind}List`, apiVersion },
    kind: { kind, apiVersion },
  };
}

const metadata: Representation = {
  one: object => metadataOnly(object, 'PartialObjectMetadata'),
  item: object => metadataOnly(object, 'PartialObjectMetadata'),
  list: { kind: 'PartialObjectMetadataList', apiVersion: META },
  kind: { kind: 'PartialObjectMetadata', apiVersion: META },
};

/**
 * How the answer is to be written, by the header `Accept`: the first of its types that can be had. Tables, YAML and Protobuf
 * cannot; a client that asks for one of them asks for JSON as its second choice.
 *
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#alternate-representations-of-resources
 *
 * @param isList - whether a list is asked for, of which the metadata has a name of its own
 * @throws ApiError 406 when none can
 */
export function representationFor(
  accept: string | undefined,
  resource: Resource,
  isList: boolean,
): Representation {
  const types = (accept ?? '*/*').split(',').map(parametersOf);
  for (const { media, as, g, v } of types) {
    if (!['application/json', 'application/*', '*/*'].includes(media)) {
      continue;
    }
    if (as === undefined) {
      return whole(resource);
    }
    const wanted = isList
      ? 'PartialObjectMetadataList'
      : 'PartialObjectMetadata';
    if (as === wanted && g === 'meta.k8s.io' && v === 'v1') {
      return metadata;
    }
  }
  const isKnown = types.some(({ media }) => media === 'application/json');
  throw new ApiError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json, application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
    // Of a type that is known in another form, the API server has nothing more to say.
    isKnown ? undefined : {},
  );
}
