import type {
  Fleet,
  FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { rowKey } from './rowKey';

/**
 * An answer in which every line that says what it said before is the same object, so that it is not drawn again.
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
    deployments: answer.deployments.map(each => {
      const same = known.get(rowKey(each));
      return same && JSON.stringify(same) === JSON.stringify(each)
        ? same
        : each;
    }),
  };
}
