import {
  deploymentDetailsSchema,
  instanceStatusSchema,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deploymentName } from '../words/deploymentKey';
import { FixtureApi } from './FixtureApi';
import { statusFixtures } from './states';

const now = new Date('2026-03-02T03:04:05Z');
const answered = Object.entries(statusFixtures(now)).flatMap(
  ([name, { status }]) =>
    status === 'never' || 'statusCode' in status
      ? []
      : [[name, status] as const],
);

describe.each(answered)('the fixture %s', (_name, status) => {
  it('is an answer of the backend, and nothing else is in it', () => {
    expect(instanceStatusSchema.parse(status)).toEqual(
      JSON.parse(JSON.stringify(status)),
    );
  });

  it('has the details of each Deployment', async () => {
    const api = new FixtureApi(now);
    const { entityRef } = status;
    for (const deployment of status.deployments.slice(0, 5)) {
      const details = await api.getDeploymentDetails({
        entityRef,
        ...deploymentName(deployment),
      });
      expect(deploymentDetailsSchema.parse(details)).toEqual(
        JSON.parse(JSON.stringify(details)),
      );
    }
  });
});

it('has a fixture of every refusal', async () => {
  const api = new FixtureApi(now);
  const refusals = await Promise.all(
    ['forbidden', 'backend-down', 'unannotated'].map(name =>
      api
        .getInstanceStatus({ entityRef: `component:default/${name}` })
        .catch(error => error.statusCode),
    ),
  );
  expect(refusals).toEqual([403, 503, 400]);
});
