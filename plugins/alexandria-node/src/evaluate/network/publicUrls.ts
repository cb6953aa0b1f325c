import { DeploymentContext } from '../DeploymentContext';
import type { EvaluationInput } from '../EvaluationInput';
import { byText } from '../objects/byText';
import { surroundingsOf } from '../surroundingsOf';
import { describeAddresses } from './describeAddresses';

/**
 * Where people reach a Deployment: the URLs of the Ingresses, routes and load balancers that lead to it, each once and in
 * alphabetical order.
 *
 * Pure: the same for the same input, whatever the order of its parts.
 *
 * @param input - with its Deployments, Services, Ingresses and HTTPRoutes
 * @returns none also for a Deployment that is not among the objects
 * @public
 */
export function publicUrls(
  input: EvaluationInput,
  { namespace, name }: { namespace: string; name: string },
): string[] {
  const surroundings = surroundingsOf(input);
  const deployment = surroundings.snapshot.find(
    'apps',
    'Deployment',
    namespace,
    name,
  );
  const urls = deployment
    ? describeAddresses(new DeploymentContext(deployment, surroundings))
    : [];
  return [...new Set(urls.flatMap(({ url }) => url ?? []))].sort(byText);
}
