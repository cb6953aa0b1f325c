import { readLabelSelector } from './labelSelector';

const labels = { app: 'alexandria', 'backstage.io/kubernetes-id': 'payments' };

describe('readLabelSelector', () => {
  it.each([
    ['app=alexandria', true],
    ['app==alexandria', true],
    ['app = alexandria', true],
    ['app=other', false],
    ['app!=other', true],
    ['app!=alexandria', false],
    ['other!=anything', true],
    ['app in (a, alexandria)', true],
    ['app in (a,b)', false],
    ['app notin (a,b)', true],
    ['app notin (alexandria)', false],
    ['other notin (a)', true],
    ['app', true],
    ['other', false],
    ['!other', true],
    ['!app', false],
    ['app=alexandria,backstage.io/kubernetes-id=payments', true],
    ['app in (a,alexandria),backstage.io/kubernetes-id=payments', true],
    ['app=alexandria,backstage.io/kubernetes-id=other', false],
  ])('%s: %s', (selector, expected) => {
    expect(readLabelSelector(selector)?.(labels)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    ',',
    'app=alexandria,',
    'app=a b',
    'app in a',
    'a=(b',
    '=b',
  ])('does not take %j', selector => {
    expect(readLabelSelector(selector)).toBeUndefined();
  });
});
