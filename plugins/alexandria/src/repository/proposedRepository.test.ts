import { proposedRepository } from './proposedRepository';

it.each([
  [
    { name: 'a', owner: 'group:default/payments' },
    'git.acme.io?owner=payments&repo=a',
  ],
  [{ name: 'a', owner: 'payments' }, 'git.acme.io?owner=payments&repo=a'],
  [{ name: 'a' }, 'git.acme.io?repo=a'],
  [undefined, 'git.acme.io?'],
])('of %j is %s', (answers, expected) => {
  expect(proposedRepository(answers, 'git.acme.io')).toBe(expected);
});

it('is nothing without a host', () => {
  expect(proposedRepository({ name: 'a', owner: 'b' }, undefined)).toBe(
    undefined,
  );
});
