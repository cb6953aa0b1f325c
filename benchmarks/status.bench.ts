import { ms, summarize } from './measure';
import { Fleet } from './status/Fleet';
import {
  churn,
  followChanges,
  lookAround,
  perClusterAndHour,
} from './status/measurements';
import { RunningPortal, sleep, until } from './status/RunningPortal';
import { printTable, type Row } from './table';

const size = { clusters: 20, instances: 500 };

/** Of the kinds that are watched, those that the sample clusters have; and how many objects an instance has of them. */
const WATCHED_KINDS = 13;
const KEPT_PER_INSTANCE = 15;

/** The instances before share a namespace with 19 others. */
const FIRST_ALONE = 20;

const ROUNDS = 5;
const PEER = '@backstage/plugin-kubernetes-backend';

/** How often a browser asks it by itself, in seconds. */
const PEER_POLLS_AFTER = 10;
const VIEWERS = [1, 10, 100, 1000];

/** For how long each number of them looks. */
const WINDOW_SECONDS = 10;

function p99(times: number[]): string {
  const of = summarize(times);
  return `median ${of.median.toFixed(1)} ms, p99 ${of.p99.toFixed(1)} ms`;
}

const round = (value: number) => Math.round(value).toLocaleString('en');

function spread(values: number[], unit: string): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, middle, most] = [0, sorted.length >> 1, sorted.length - 1].map(
    index => sorted[index].toFixed(1),
  );
  return `${middle}${unit} (${least}–${most})`;
}

async function main() {
  const rows: Row[] = [];
  const alone = (what: string, ours: string, target: string, peer = '-') =>
    rows.push({ what, ours, peer, ratio: '-', target });

  const fleet = await Fleet.start(size);
  const samples = fleet.samples(500, FIRST_ALONE, 4);
  const crowded = fleet.samples(20, 0, 4);
  const names = [...samples, ...crowded].map(({ name }) => name);
  const portals: RunningPortal[] = [];
  try {
    await fleet.ask('hold');
    const ours = await RunningPortal.start('ours', fleet.urls, names);
    portals.push(ours);
    const empty = await ours.child.ask('heap');
    await fleet.ask('release');
    const listed = await fleet.whenWatched(WATCHED_KINDS);
    await until('all is known', async () => {
      const { text } = await ours.look(names[0]);
      return !JSON.parse(text).partial;
    });
    const kept = size.clusters * size.instances * KEPT_PER_INSTANCE;
    const full = await ours.child.ask('heap');
    alone(
      `heap for each of ${round(kept)} kept objects`,
      `${round((full - empty) / kept)} bytes`,
      'at most 1,024',
    );

    const delays: number[] = [];
    const worst: number[] = [];
    const during: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      await ours.child.ask('watchDelays');
      const looking = lookAround(ours, samples, { looks: 100, perSecond: 20 });
      await fleet.ask('expire');
      await fleet.whenWatched(WATCHED_KINDS);
      const delay = await ours.child.ask('delays');
      delays.push(delay.p99);
      worst.push(delay.max);
      during.push(...(await looking));
    }
    alone(
      'event-loop delay while everything is listed anew, p99',
      `${spread(delays, ' ms')}, longest ${spread(worst, ' ms')}`,
      'under 50 ms',
    );
    alone('a look meanwhile', p99(during), '-');

    const peer = await RunningPortal.start(
      'peer',
      fleet.urls,
      names.slice(0, ROUNDS * 10),
    );
    portals.push(peer);
    await peer.look(names[0]);
    const mine: number[][] = [];
    const theirs: number[][] = [];
    const found: number[] = [];
    let calls = 0;
    let asked = 0;
    const stopChurn = churn(fleet, samples.slice(100), 100);
    for (let i = 0; i < ROUNDS; i++) {
      const own = samples.slice(i * 100);
      mine.push(await lookAround(ours, own, { looks: 200, perSecond: 10 }));
      const finding = { looks: 200, perSecond: 20, what: 'find' } as const;
      found.push(...(await lookAround(ours, own, finding)));
      await fleet.counts();
      const shared = samples.slice(i * 10);
      const looking = { looks: 10, perSecond: 1 };
      theirs.push(await lookAround(peer, shared, looking));
      calls += (await fleet.counts()).lists;
      asked += looking.looks;
    }
    rows.push({
      what: 'a look at an instance in 4 of the clusters, 10 a second',
      ours: p99(mine.flat()),
      peer: p99(theirs.flat()),
      ratio: spread(
        mine.map(
          (times, i) => summarize(theirs[i]).median / summarize(times).median,
        ),
        '×',
      ),
      target: 'p99 under 20 ms',
    });
    alone('of which the portal finds the entity', p99(found), '-');
    alone(
      'the same, in namespaces with 19 other instances',
      p99(await lookAround(ours, crowded, { looks: 40, perSecond: 2 })),
      '-',
    );
    await fleet.counts();
    await lookAround(ours, samples, { looks: 500, perSecond: 100 });
    alone(
      'lists asked of clusters for a look',
      `${((await fleet.counts()).lists / 500).toFixed(1)}`,
      'none',
      (calls / asked).toFixed(1),
    );
    await stopChurn();

    alone(
      'change in a cluster to the answer that says so',
      ms(await followChanges(ours, fleet, samples.slice(0, 200))),
      'p95 under 1 s',
      `at the next look, every ${PEER_POLLS_AFTER} s`,
    );

    const hourly: Array<[number, string]> = [];
    for (const viewers of VIEWERS) {
      await fleet.counts();
      const looks = (viewers * WINDOW_SECONDS) / PEER_POLLS_AFTER;
      const [took] = await Promise.all([
        lookAround(ours, samples, {
          looks,
          perSecond: viewers / PEER_POLLS_AFTER,
        }),
        sleep(WINDOW_SECONDS * 1000),
      ]);
      const counts = await fleet.counts();
      const inWindow = perClusterAndHour(counts, {
        clusters: size.clusters,
        seconds: WINDOW_SECONDS,
      });
      // Watches outlast the window, and everything is listed once an hour.
      const renewals =
        (WATCHED_KINDS * 3600) / (listed.watchSeconds / listed.watches);
      const once = listed.lists / size.clusters;
      hourly.push([
        viewers,
        `${round(inWindow + renewals + once)}; ${p99(took)}`,
      ]);
    }
    const callsPerLook = calls / asked / size.clusters;
    for (const [viewers, said] of hourly) {
      alone(
        `requests per cluster and hour, viewers: ${viewers}`,
        said,
        'the same for all',
        round(viewers * (3600 / PEER_POLLS_AFTER) * callsPerLook),
      );
    }

    // The entities of the first cluster are also in others; those of the rest are not in it.
    const others = samples.filter(({ cluster }) => cluster !== 0);
    const dead = samples.filter(({ cluster }) => cluster === 0);
    await fleet.ask('freeze', 0);
    const look = await lookAround(ours, others, { looks: 400, perSecond: 50 });
    const change = await followChanges(ours, fleet, others.slice(0, 100));
    const stuck = await Promise.race([
      peer.look(others[0].name).then(({ took }) => `${round(took)} ms`),
      sleep(30_000).then(() => 'none in 30 s'),
    ]);
    alone(
      'with one cluster frozen: a look at what runs in others',
      p99(look),
      'as before',
      `answer: ${stuck}`,
    );
    alone('and change to answer in others', ms(change), 'as before');
    const { text } = await ours.look(dead[0].name);
    const { partial, clusters } = JSON.parse(text);
    alone(
      'and what is said of an instance in it',
      `partial: ${partial}, cluster ${clusters[0].condition}`,
      'that it is not known',
    );

    printTable(
      `Status of ${size.clusters} sample clusters with ${round(
        fleet.pods,
      )} pods of ${round(fleet.podBytes)} bytes, beside ${PEER}`,
      rows,
    );
  } finally {
    await Promise.all(portals.map(portal => portal.stop()));
    await fleet.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
