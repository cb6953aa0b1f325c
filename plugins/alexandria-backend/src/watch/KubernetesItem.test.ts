import { asItem, asListPage, asWatchEvent } from './KubernetesItem';

const metadata = { name: 'a', namespace: 'ns', resourceVersion: '7' };
const status = (code: unknown, details?: unknown) => ({
  kind: 'Status',
  code,
  details,
});

describe('asListPage', () => {
  it.each([
    [
      { kind: 'PodList', metadata: { resourceVersion: '7' }, items: [1] },
      { resourceVersion: '7', continue: undefined, items: [1] },
    ],
    [
      {
        kind: 'PodList',
        metadata: { resourceVersion: '7', continue: '' },
        items: null,
      },
      { resourceVersion: '7', continue: undefined, items: [] },
    ],
    [
      {
        kind: 'PodList',
        metadata: { resourceVersion: '7', continue: 'x' },
        items: [],
      },
      { resourceVersion: '7', continue: 'x', items: [] },
    ],
  ])('reads %j', (given, expected) => {
    expect(asListPage(JSON.stringify(given))).toEqual(expected);
  });

  it.each([
    ['', 'not JSON'],
    ['<html>', 'not JSON'],
    ['null', 'not a list'],
    ['[]', 'not a list'],
    [
      '{"kind":"Status","metadata":{"resourceVersion":"1"},"items":[]}',
      'not a list',
    ],
    ['{"kind":"PodList","metadata":{"resourceVersion":"1"}}', 'not a list'],
    ['{"kind":"PodList","metadata":{},"items":[]}', 'not a list'],
  ])('refuses %j', (text, message) => {
    expect(() => asListPage(text)).toThrow(message);
  });
});

describe('asItem', () => {
  it.each([
    null,
    'pod',
    [],
    {},
    { metadata: { name: 'a' } },
    { metadata: { resourceVersion: '7' } },
    { metadata: { name: 7, resourceVersion: '7' } },
  ])('refuses %j', value => {
    expect(() => asItem(value)).toThrow('not a Kubernetes object');
  });

  it('takes an object as it is', () => {
    const object = { metadata, spec: {} };
    expect(asItem(object)).toBe(object);
  });
});

describe('asWatchEvent', () => {
  it.each([
    [
      { type: 'ADDED', object: { metadata } },
      { type: 'ADDED', object: { metadata } },
    ],
    [
      { type: 'BOOKMARK', object: { metadata: { resourceVersion: '9' } } },
      { type: 'BOOKMARK', resourceVersion: '9' },
    ],
    [
      { type: 'ERROR', object: status(410) },
      { type: 'ERROR', code: 410, retryAfterSeconds: undefined },
    ],
    [
      { type: 'ERROR', object: status(429, { retryAfterSeconds: 3 }) },
      { type: 'ERROR', code: 429, retryAfterSeconds: 3 },
    ],
  ])('reads %j', (given, expected) => {
    expect(asWatchEvent(JSON.stringify(given))).toEqual(expected);
  });

  it.each([
    'secret-canary',
    '{}',
    '{"type":"MOVED","object":{"metadata":{"name":"a","resourceVersion":"7"}}}',
    '{"type":"ADDED","object":{}}',
    '{"type":"BOOKMARK","object":{}}',
    '{"type":"ERROR","object":{}}',
  ])('refuses %j, and does not repeat it', line => {
    const read = () => asWatchEvent(line);
    expect(read).toThrow(/^sent something that is not/);
    expect(read).not.toThrow(/canary/);
  });
});
