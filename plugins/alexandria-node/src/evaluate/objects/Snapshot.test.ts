import { object } from '../__testUtils__/objects';
import { canonicalText, Snapshot } from './Snapshot';

const service = object('v1', 'Service', 'a');
const knative = object('serving.knative.dev/v1', 'Service', 'a');
const versioned = (resourceVersion: string) =>
  object('v1', 'Service', 'a', { metadata: { resourceVersion } });

describe('Snapshot', () => {
  it('tells kinds of one name apart by their group', () => {
    const snapshot = new Snapshot([knative, service]);
    expect(snapshot.find('', 'Service', 'library', 'a')?.json).toBe(service);
    expect(snapshot.ofKind('serving.knative.dev', 'Service')).toHaveLength(1);
  });

  it('takes what does not say its group for that of any', () => {
    const { apiVersion: _, ...bare } = service;
    expect(new Snapshot([bare]).ofKind('apps', 'Service')).toHaveLength(1);
  });

  it('finds within a namespace only', () => {
    const snapshot = new Snapshot([service]);
    expect(snapshot.inNamespace('', 'Service', 'library')).toHaveLength(1);
    expect(snapshot.inNamespace('', 'Service', 'other')).toEqual([]);
    expect(snapshot.find('', 'Service', 'other', 'a')).toBeUndefined();
  });

  it.each([
    ['9', '10'],
    ['10', '9'],
  ])('keeps the latest state of an object, of %s and %s', (...versions) => {
    const { objects } = new Snapshot(versions.map(versioned));
    expect(objects.map(({ json }) => json)).toEqual([versioned('10')]);
  });

  it('leaves out what has no kind', () => {
    expect(new Snapshot([null, 1, {}, [service]]).objects).toEqual([]);
  });
});

describe('canonicalText', () => {
  it.each([
    [{ b: 1, a: [1, { d: 1, c: null }] }, '{"a":[1,{"c":null,"d":1}],"b":1}'],
    [undefined, 'null'],
    ['x', '"x"'],
  ])('writes %j', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });
});
