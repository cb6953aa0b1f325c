import { ApiError } from '../objects/ApiError';
import { resourceOfKind } from '../objects/resources';
import { StoredObject } from '../store/StoredObject';
import { representationFor } from './representation';

const stored = (kind: string, apiVersion: string) =>
  StoredObject.of(
    { apiVersion, kind, metadata: { name: 'a' }, data: { key: 'canary' } },
    1,
  );

const secret = stored('Secret', 'v1');
const secrets = resourceOfKind('Secret');

const METADATA = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const LIST = METADATA.replace('Metadata;', 'MetadataList;');

describe('representationFor', () => {
  it.each([
    [undefined, false, 'Secret'],
    ['*/*', false, 'Secret'],
    ['application/json', false, 'Secret'],
    ['application/vnd.kubernetes.protobuf,application/json', false, 'Secret'],
    [
      'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
      true,
      'Secret',
    ],
    [METADATA, false, 'PartialObjectMetadata'],
    [`${METADATA},application/json`, false, 'PartialObjectMetadata'],
    [LIST, true, 'PartialObjectMetadata'],
  ])('%s is given (of a list: %s) %s', (accept, isList, kind) => {
    const representation = representationFor(accept, secrets, isList);
    expect(representation.kind.kind).toBe(kind);
    expect(representation.list.kind).toBe(`${kind}List`);
    expect(JSON.parse(representation.one(secret))).toMatchObject({ kind });
    expect(representation.one(secret).includes('canary')).toBe(
      kind === 'Secret',
    );
  });

  it.each([
    ['application/xml', false],
    [METADATA, true],
    [LIST, false],
    [METADATA.replace('v=v1', 'v=v2'), false],
  ])('%s cannot be given (of a list: %s)', (accept, isList) => {
    expect(() => representationFor(accept, secrets, isList)).toThrow(ApiError);
  });

  it('says in a list what a custom resource is, and nothing else', () => {
    const item = (kind: string, apiVersion: string) =>
      JSON.parse(
        representationFor(undefined, resourceOfKind(kind), true).item(
          stored(kind, apiVersion),
        ),
      );
    expect(item('Secret', 'v1').kind).toBeUndefined();
    expect(item('Certificate', 'cert-manager.io/v1').kind).toBe('Certificate');
  });
});
