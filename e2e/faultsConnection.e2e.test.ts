import {
  describeWithTools,
  type Toxic,
  type ToxicLine,
} from '@alexandriaproject/test-rig';
import {
  FaultyClusters,
  NOTICED,
  UNTOUCHED,
  type Fault,
} from './support/FaultyClusters';

interface Case extends Pick<Fault, 'message' | 'also'> {
  inflict(line: ToxicLine): Promise<void>;
}

const answers = (toxic: Toxic) => (line: ToxicLine) =>
  line.poison('downstream', toxic);

/** Where data were lost, toxiproxy ends connections when the line is mended. */
const ENDED = /^the connection failed/;

const cases: Record<string, Case> = {
  slow: {
    inflict: answers({ type: 'latency', latency: 800, jitter: 200 }),
  },
  narrow: {
    inflict: answers({ type: 'bandwidth', rate: 4 }),
  },
  'too-slow': {
    inflict: answers({ type: 'latency', latency: 6_000 }),
    message: /^has not answered for 5 s/,
    also: ENDED,
  },
  'half-open': {
    inflict: answers({ type: 'timeout', timeout: 0 }),
    message: /^has not answered for 5 s/,
    also: ENDED,
  },
  'half-open-upstream': {
    inflict: line => line.poison('upstream', { type: 'timeout', timeout: 0 }),
    message: /^has not answered for 5 s/,
    also: ENDED,
  },
  resetting: {
    async inflict(line) {
      await line.poison('downstream', { type: 'reset_peer', timeout: 0 });
      await line.cut();
    },
    message: /^the connection failed \(ECONNRESET\)/,
    also: ENDED,
  },
  cutting: {
    async inflict(line) {
      await line.poison('downstream', { type: 'limit_data', bytes: 4_000 });
      await line.cut();
    },
    message: /^the connection failed/,
  },
  refusing: {
    inflict: line => line.close(),
    message: /^the connection failed \(ECONNREFUSED\)/,
    also: ENDED,
  },
};

const names = Object.keys(cases);

// Each has its fault while all others have theirs.
describeWithTools(
  'clusters whose connections fail',
  ['control-plane', 'toxiproxy'],
  () => {
    let clusters: FaultyClusters;
    let undergone: Awaited<ReturnType<FaultyClusters['undergo']>>;

    beforeAll(async () => {
      clusters = await FaultyClusters.start(names);
      undergone = await clusters.undergo(
        Object.fromEntries(
          names.map(name => {
            const { inflict, message, also } = cases[name];
            const line = clusters.lines[name];
            return [
              name,
              {
                inflict: () => inflict(line),
                mend: () => line.mend(),
                ...{ message, also },
              },
            ];
          }),
        ),
      );
    }, 240_000);
    afterAll(() => clusters?.stop());

    it.each(names)('are said to be what they are: %s', name => {
      const { wrong, conditions } = undergone.clusters[name];
      expect({ wrong, conditions }).toEqual({
        wrong: [],
        conditions: cases[name].message ? NOTICED : ['Current'],
      });
    });

    it('are nothing to the others', () => {
      expect(undergone.south).toEqual(UNTOUCHED);
    });
  },
);
