/** `npm run test:oracle`: as many draws as asked for, until a signal. */
import { Oracle } from '../src/oracle/__testUtils__/Oracle';
import { Counts, runDraws } from '../src/oracle/__testUtils__/runDraws';
import { runDrawsOptions } from '../src/oracle/__testUtils__/runDrawsOptions';

const LONG_RUN = 50_000;
const REPORT_MS = 10_000;

const said = ({ draws, accepted, kustomized, refused, unread }: Counts) =>
  `${draws} draws: ${accepted} accepted (${kustomized} by kubectl kustomize too), ${refused} refused alike, ${unread} refused by our reader alone`;

async function main(): Promise<number> {
  const options = runDrawsOptions(LONG_RUN);
  const start = Date.now();
  const say = (text: string) =>
    process.stdout.write(
      `${((Date.now() - start) / 60_000).toFixed(1)} min  ${text}\n`,
    );
  const progress: { shown: number; counts?: Counts } = { shown: start };
  const interrupted = (signal: NodeJS.Signals) => {
    const { counts } = progress;
    say(`Ended by ${signal}${counts ? ` after ${said(counts)}` : ''}`);
    // The programs that were started end with this one.
    process.exit(130);
  };
  process
    .once('SIGINT', interrupted)
    .once('SIGTERM', interrupted)
    .once('SIGHUP', interrupted);

  const oracle = await Oracle.start();
  say(`${options.runs} draws, ALEXANDRIA_ORACLE_SEED=${options.seed}`);
  try {
    const { counts, failure } = await runDraws(oracle, {
      ...options,
      onProgress(latest) {
        progress.counts = latest;
        if (Date.now() - progress.shown > REPORT_MS) {
          progress.shown = Date.now();
          say(said(latest));
        }
      },
    });
    say(said(counts));
    say(
      failure === undefined ? '0 differences' : `A difference:\n\n${failure}`,
    );
    return failure === undefined ? 0 : 1;
  } finally {
    await oracle.stop();
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  },
);
