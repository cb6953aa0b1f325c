import { resourceOfKind } from '../objects/resources';
import { ObjectStore } from './ObjectStore';

const maps = resourceOfKind('ConfigMap');

const map = (name: string, value: string, namespace = 'library') => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } },
  data: { value },
});

const shown = (store: ObjectStore, version = store.version) =>
  store
    .listAt(maps, version)
    .map(
      ({ object }) =>
        `${object.metadata.name}=${Object.values(object.data as object)}`,
    );

describe('ObjectStore', () => {
  it('gives every change the next version', () => {
    const store = new ObjectStore();
    const first = store.put(maps, map('a', '1'));
    const second = store.put(maps, map('a', '2'));
    const last = store.delete(maps, second);
    expect([second.version, last.version, store.version]).toEqual(
      [1, 2, 2].map(more => first.version + more),
    );
    expect(last.object.metadata.resourceVersion).toBe(String(last.version));
  });

  it('lists what was there at a version', () => {
    const store = new ObjectStore();
    const a = store.put(maps, map('a', '1'));
    const b = store.put(maps, map('b', '1'));
    store.put(maps, map('a', '2'));
    store.delete(maps, b);
    const c = store.put(maps, map('c', '1'));
    expect([a, b, c].map(({ version }) => shown(store, version))).toEqual([
      ['a=1'],
      ['a=1', 'b=1'],
      ['a=2', 'c=1'],
    ]);
  });

  it('lists in the order of namespace and name', () => {
    const store = new ObjectStore();
    store.put(maps, map('b', '1', 'a'));
    store.put(maps, map('a', '2', 'b'));
    store.put(maps, map('a', '3', 'a'));
    expect(shown(store)).toEqual(['a=3', 'b=1', 'a=2']);
  });

  it('refuses versions that were compacted', () => {
    const store = new ObjectStore({ history: 2 });
    const first = store.put(maps, map('a', '0'));
    for (let index = 0; index < 10; index++) {
      store.put(maps, map('a', String(index)));
    }
    expect(() => store.since(maps, first.version)).toThrow(
      /^too old resource version/,
    );
    const { version } = store;
    store.compact();
    expect(() => store.listAt(maps, version)).toThrow('too old');
    expect(store.since(maps, store.version)).toEqual([]);
  });

  it('writes what is given as text without reading it', () => {
    const store = new ObjectStore();
    const parse = jest.spyOn(JSON, 'parse');
    const stored = store.putText(
      maps,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'a',
        namespace: 'b',
        labels: {},
      },
      version => `{"metadata":{"resourceVersion":"${version}"}}`,
    );
    expect(stored.text).toContain(String(store.version));
    expect(stored.whole).toMatch(
      /^{"kind":"ConfigMap","apiVersion":"v1","metadata"/,
    );
    expect(parse).not.toHaveBeenCalled();
    expect(stored.object.kind).toBe('ConfigMap');
    parse.mockRestore();
  });
});
