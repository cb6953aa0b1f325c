import { readProtobuf } from './protobuf';

/** A field of Protobuf with bytes in it. */
const field = (id: number, bytes: Buffer | string) => {
  const content = Buffer.from(bytes);
  return Buffer.concat([Buffer.from([id * 8 + 2, content.length]), content]);
};

const entry = (key: string, value: string) =>
  Buffer.concat([field(1, key), field(2, value)]);

/** As `kubectl create` sends it. */
const message = (kind: string, ...fields: Buffer[]) =>
  Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, Buffer.concat([field(1, 'v1'), field(2, kind)])),
    field(2, Buffer.concat(fields)),
    field(3, ''),
    field(4, ''),
  ]);

const metadata = field(
  1,
  Buffer.concat([field(1, 'a'), field(2, ''), field(3, 'library')]),
);

describe('readProtobuf', () => {
  it('reads a Secret, its values in base64', () => {
    expect(
      readProtobuf(
        message(
          'Secret',
          metadata,
          field(2, entry('one', 'value')),
          field(3, 'Opaque'),
        ),
      ),
    ).toEqual({
      ...{ apiVersion: 'v1', kind: 'Secret', type: 'Opaque' },
      metadata: { name: 'a', namespace: 'library' },
      data: { one: Buffer.from('value').toString('base64') },
    });
  });

  it('reads a ConfigMap', () => {
    expect(
      readProtobuf(message('ConfigMap', metadata, field(2, entry('a', 'b')))),
    ).toMatchObject({ kind: 'ConfigMap', data: { a: 'b' } });
  });

  it.each([
    ['JSON', Buffer.from('{}')],
    ['nothing', Buffer.from('')],
    ['a kind that is not known', message('Pod', metadata)],
    ['what is cut off', message('Secret', metadata).subarray(0, 20)],
  ])('does not read %s', (_, bytes) => {
    expect(readProtobuf(bytes)).toBeUndefined();
  });
});
