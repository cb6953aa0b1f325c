import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { describeWithTools } from '@alexandriaproject/test-rig';
import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';
import { Churn } from './support/Churn';
import { FaultyClusters } from './support/FaultyClusters';

/** Changes in all. For an hour of three a second: ALEXANDRIA_CHURN_CHANGES=10800 ALEXANDRIA_CHURN_PAUSE=18500. */
const CHANGES = Number(process.env.ALEXANDRIA_CHURN_CHANGES ?? 4_000);

/** How long is waited after each instance that came and went, in milliseconds. */
const PAUSE_MS = Number(process.env.ALEXANDRIA_CHURN_PAUSE ?? 0);

/** How long each change and each pause may take at most, in milliseconds. */
const PATIENCE_MS = 60_000 + CHANGES * (75 + PAUSE_MS / 40);

/** After each the heap is looked at. The first is what it takes to get going. */
const ROUNDS = 10;

/** Instances that stay. */
const STAYING = ['one', 'two', 'three'];

/** What the engine compiles on the way takes some of the heap, in bytes. Of each change less than 800 bytes may stay. */
const SLACK = 3 * 2 ** 20;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Heap that is in use, in bytes. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describeWithTools('much that changes', ['control-plane', 'toxiproxy'], () => {
  let clusters: FaultyClusters;
  let churn: Churn;

  beforeAll(async () => {
    clusters = await FaultyClusters.start(['north'], {
      churn: { 'backstage.io/kubernetes-cluster': 'north' },
    });
    churn = new Churn(clusters.api, 'churn');
    await churn.prepare();
  }, 120_000);
  afterAll(() => clusters?.stop());

  async function round() {
    const cut = setTimeout(() => clusters.lines.north.cut(), 500);
    await churn.run(CHANGES / ROUNDS, PAUSE_MS);
    clearTimeout(cut);
    // What was done is known when a last change is.
    await churn.come('last');
    await clusters.until('churn', ({ deployments }) =>
      deployments.some(({ deployment }) => deployment.name === 'last'),
    );
    await churn.go('last');
    await clusters.until(
      'churn',
      ({ deployments }) => deployments.length === 0,
    );
  }

  it(
    'is followed to its end, in a heap that does not grow, while lines are cut',
    async () => {
      const heaps: number[] = [];
      for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
        await round();
        heaps.push(heap());
      }
      const [, second, ...others] = heaps;
      expect(churn.changes).toBeGreaterThanOrEqual(CHANGES);
      expect(Math.min(...others.slice(-3)) - second).toBeLessThan(SLACK);
    },
    PATIENCE_MS,
  );

  it('ends as a portal says that has just listed everything', async () => {
    for (const name of STAYING) {
      await churn.come(name);
    }
    const isWhole = ({ deployments, partial }: InstanceStatus) =>
      deployments.length === STAYING.length && !partial;
    const followed = await clusters.until('churn', isWhole);
    await clusters.restartPortal();
    const listed = await clusters.until('churn', isWhole);
    const facts = ({ deployments }: typeof followed) =>
      deployments.map(({ observedAt, ...others }) => others);
    expect(facts(listed)).toEqual(facts(followed));
  }, 120_000);
});
