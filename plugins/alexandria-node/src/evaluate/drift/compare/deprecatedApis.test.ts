import { deprecatedApis } from './deprecatedApis';

const budget = (apiVersion: string) => ({
  apiVersion,
  kind: 'PodDisruptionBudget',
});

const writtenBy = (apiVersion: string) => ({
  ...budget('policy/v1'),
  metadata: {
    managedFields: [
      {
        ...{ manager: 'helm', operation: 'Update', apiVersion },
        time: '2026-05-01T10:00:00Z',
      },
    ],
  },
});

describe('deprecatedApis', () => {
  it('knows what a manifest is written in', () => {
    expect(deprecatedApis(budget('policy/v1beta1'))).toEqual([
      {
        ...{ apiVersion: 'policy/v1beta1', replacement: 'policy/v1' },
        removedIn: 'Kubernetes 1.25',
      },
    ]);
  });

  it('knows who writes an object that the API server converted', () => {
    expect(
      deprecatedApis(budget('policy/v1'), writtenBy('policy/v1beta1')),
    ).toMatchObject([
      { apiVersion: 'policy/v1beta1', writer: { manager: 'helm' } },
    ]);
  });

  it.each(['policy/v1', 'constructor', ''])('takes %j as it is', apiVersion => {
    expect(deprecatedApis(budget(apiVersion), writtenBy(apiVersion))).toEqual(
      [],
    );
  });
});
