import type {
  DeploymentDetails,
  DeploymentDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { RepositoryDifference } from '@alexandriaproject/alexandria-manifests';
import type { RepositoryState } from '../expectations/ExpectationReader';
import { driftOf } from './driftOf';

const file = (path: string): RepositoryDifference => ({
  ...{ path, change: 'changed', fields: [] },
});

const state = (more: Partial<RepositoryState> = {}): RepositoryState => ({
  ...{ readAt: 0, revision: 'one', problems: [], files: [] },
  ...more,
});

const details = (more: Partial<DeploymentDetails> = {}) =>
  ({ environment: 'prod', ...more } as DeploymentDetails);

describe('driftOf', () => {
  it('has the files that have to do with the environment', () => {
    const files = [
      ...['k8s/helm/alexandria-ee/values.yaml', 'k8s/overlays/dev/a.yaml'],
      ...['k8s/overlays/prod/a.yaml', 'values-dev.yaml', 'values-prod.yaml'],
    ].map(file);
    const { repository } = driftOf(details(), state({ files }));
    expect(repository?.files.map(({ path }) => path)).toEqual([
      'k8s/helm/alexandria-ee/values.yaml',
      'k8s/overlays/prod/a.yaml',
      'values-prod.yaml',
    ]);
  });

  it('has no more than a page shows, and says so', () => {
    const files = Array.from({ length: 70 }, (_, index) => ({
      ...file(`k8s/${index}`),
      fields: Array.from({ length: 60 }, (__, field) => ({
        ...({ path: `${field}`, change: 'added', withheld: true } as const),
      })),
    }));
    const { repository } = driftOf(details(), state({ files }));
    expect(repository).toMatchObject({ omitted: 20 });
    expect(repository?.files).toHaveLength(50);
    expect(repository?.files[0]).toMatchObject({ omitted: 10 });
    expect(repository?.files[0].fields).toHaveLength(50);
  });

  it.each<[Partial<RepositoryState>, string]>([
    [
      { problems: ['prod: the chart was changed'] },
      'Not compared: prod: the chart was changed.',
    ],
    [
      { readAt: undefined },
      'Not compared: the repository has not been read yet.',
    ],
    [{}, 'Not compared: the repository asks for nothing under this name here.'],
  ])('says why nothing is compared: %j', (more, sentence) => {
    expect(driftOf(details(), state(more))).toMatchObject({
      ...{ state: 'Unknown', sentence, objects: [] },
    });
  });

  it('keeps what is known of the cluster', () => {
    const drift: DeploymentDrift = {
      ...{ state: 'Same', sentence: 'Nothing differs.', objects: [] },
    };
    expect(driftOf(details({ drift }), state())).toEqual({
      ...drift,
      repository: {
        ...{ readAt: '1970-01-01T00:00:00.000Z', revision: 'one' },
        ...{ problems: [], files: [] },
      },
    });
  });
});
