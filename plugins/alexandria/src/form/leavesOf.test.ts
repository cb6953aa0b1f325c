import { leavesOf } from './leavesOf';

it('lists every value with its path', () => {
  expect(
    leavesOf({
      name: 'a',
      system: '',
      environments: [{ name: 'dev', storage: { shared: false } }, {}],
      access: { providers: [] },
      none: null,
      replicas: 0,
    }),
  ).toEqual([
    { path: 'name', value: 'a' },
    { path: 'environments[0].name', value: 'dev' },
    { path: 'environments[0].storage.shared', value: false },
    { path: 'replicas', value: 0 },
  ]);
});
