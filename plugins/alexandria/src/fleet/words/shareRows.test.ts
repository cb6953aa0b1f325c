import { fleetFixture } from '../__fixtures__/fleet';
import { shareRows } from './shareRows';

describe('shareRows', () => {
  it('keeps the lines that say the same, and takes those that do not', () => {
    const before = fleetFixture(20);
    const answer = structuredClone(before);
    answer.deployments[3].health = 'Missing';
    answer.deployments.splice(7, 1);
    answer.deployments.push({
      ...structuredClone(before.deployments[0]),
      name: 'another',
    });
    const shared = shareRows(before, answer);
    expect(shared).toEqual(answer);
    expect(
      shared.deployments.filter(each => !before.deployments.includes(each)),
    ).toEqual([answer.deployments[3], answer.deployments.at(-1)]);
  });

  it('keeps the clusters while all of them are as they were', () => {
    const before = fleetFixture(2);
    const answer = structuredClone(before);
    expect(shareRows(before, answer).clusters).toBe(before.clusters);
    answer.clusters[0].condition = 'Failing';
    expect(shareRows(before, answer).clusters).toBe(answer.clusters);
  });

  it('is the answer where there was none before', () => {
    const answer = fleetFixture(2);
    expect(shareRows(undefined, answer)).toBe(answer);
  });
});
