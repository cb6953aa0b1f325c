import { createHash } from 'node:crypto';
import type {
  ClusterDeployments,
  ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

const placeOf = ({ namespace, name }: ObservedDeployment) =>
  `${namespace}/${name}`;

/**
 * The `ETag` of what runs in a cluster: the same for as long as what is said of the cluster and of every Deployment is. When
 * it was last heard is no part of it, so it is a weak one: https://www.rfc-editor.org/rfc/rfc9110.html#section-8.8.1
 */
export function feedTag({ cluster, deployments }: ClusterDeployments): string {
  const said = [...deployments]
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(({ labels, ...rest }) => [rest, Object.entries(labels).sort()]);
  const digest = createHash('sha256')
    .update(JSON.stringify([cluster, said]))
    .digest('base64url');
  return `W/"${digest}"`;
}
