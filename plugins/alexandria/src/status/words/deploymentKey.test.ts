import { deployment } from '../__fixtures__/deployments';
import { Moment } from '../__fixtures__/Moment';
import { deploymentKey, deploymentName } from './deploymentKey';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));

it('is cluster, namespace and name', () => {
  const one = deployment(at, 'prod', { cluster: 'arn:aws:eks:cluster/blue' });
  expect(deploymentName(one)).toEqual({
    cluster: 'arn:aws:eks:cluster/blue',
    namespace: 'assistant-prod',
    name: 'alexandria',
  });
  expect(deploymentKey(one)).toBe(
    'arn:aws:eks:cluster/blue/assistant-prod/alexandria',
  );
});
