import { deployment, NOW, type Patch } from '../__testUtils__/objects';
import { ingress, service } from '../__testUtils__/wholeInstance';
import { publicUrls } from './publicUrls';

const rule = (host: string, name = 'alexandria') => ({
  host,
  http: { paths: [{ path: '/', backend: { service: { name } } }] },
});

const exposed = (...rules: object[]) =>
  ingress({ spec: { rules, tls: null } } as Patch);

const urlsOf = (objects: object[], name = 'alexandria') =>
  publicUrls({ objects, now: NOW }, { namespace: 'library', name });

describe('publicUrls', () => {
  it('are those that lead to the Deployment, each once and in alphabetical order', () => {
    const objects = [
      deployment(),
      service(),
      exposed(
        rule('b.example.com'),
        rule('a.example.com'),
        rule('b.example.com'),
        rule('c.example.com', 'other'),
      ),
    ];
    const expected = ['http://a.example.com/', 'http://b.example.com/'];
    expect(urlsOf(objects)).toEqual(expected);
    expect(urlsOf([...objects].reverse())).toEqual(expected);
  });

  it.each<[string, object[], string]>([
    ['that is not exposed', [deployment(), service()], 'alexandria'],
    [
      'that is not there',
      [service(), exposed(rule('a.example.com'))],
      'alexandria',
    ],
    [
      'of another name',
      [deployment(), service(), exposed(rule('a.example.com'))],
      'other',
    ],
  ])('are none of a Deployment %s', (_, objects, name) => {
    expect(urlsOf(objects, name)).toEqual([]);
  });
});
