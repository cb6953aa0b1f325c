import type {
  Fleet,
  FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { rowKey } from './rowKey';

/** The value before, where the other says the same. */
const same = <T>(before: T, value: T): T =>
  JSON.stringify(before) === JSON.stringify(value) ? before : value;

/**
 * An answer in which every line that says what it said before is the same object, so that it is not drawn again; the clusters too, of which
 * every line has the name.
 *
 * @param before - the answer before
 */
export function shareRows(before: Fleet | undefined, answer: Fleet): Fleet {
  if (!before) {
    return answer;
  }
  const known = new Map<string, FleetDeployment>(
    before.deployments.map(each => [rowKey(each), each]),
  );
  return {
    ...answer,
    clusters: same(before.clusters, answer.clusters),
    deployments: answer.deployments.map(each =>
      same(known.get(rowKey(each)) ?? each, each),
    ),
  };
}
