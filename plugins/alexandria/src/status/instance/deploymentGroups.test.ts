import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deployment } from '../__fixtures__/deployments';
import { Moment } from '../__fixtures__/Moment';
import { deploymentGroups } from './deploymentGroups';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));

const status: InstanceStatus = {
  entityRef: 'component:default/a',
  ...{ health: 'Degraded', partial: false },
  clusters: [{ name: 'eu', title: 'Europe', condition: 'Current' }],
  deployments: [
    deployment(at, 'dev', { cluster: 'us' }),
    deployment(at, 'qa', { cluster: 'us' }),
    deployment(at, 'prod', { cluster: 'us', health: 'Degraded' }),
    deployment(at, 'prod', { cluster: 'eu' }),
    deployment(at, 'staging', { cluster: 'eu', environment: undefined }),
  ],
};

const read = (search = '', onlyUnhealthy = false) =>
  deploymentGroups(status, { search, onlyUnhealthy }).map(
    ({ environment, members }) =>
      `${environment}: ${members.map(({ cluster }) => cluster).join(' ')}`,
  );

describe('deploymentGroups', () => {
  it('is by environment, what matters most first, and by cluster', () => {
    expect(read()).toEqual([
      'prod: eu us',
      'assistant-staging: eu',
      'qa: us',
      'dev: us',
    ]);
  });

  it.each([
    ['europe', ['prod: eu', 'assistant-staging: eu']],
    [' PROD ', ['prod: eu us']],
    ['assistant-qa', ['qa: us']],
    ['nowhere', []],
  ])('finds %s', (search, groups) => {
    expect(read(search)).toEqual(groups);
  });

  it('leaves out what is Healthy where that is asked for', () => {
    expect(read('', true)).toEqual(['prod: us']);
  });
});
