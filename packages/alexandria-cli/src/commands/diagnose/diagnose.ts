import { exitCode, Io, WrongUse } from '../../Io';
import { readText } from '../../readFiles';
import { connect, Connection } from './connect';
import { diagnoseObjects, Diagnosis, isHealthy } from './Diagnosis';
import { readCluster } from './readCluster';
import { readObjects, ReadObjects } from './readObjects';
import { jsonReport, textReport } from './report';

export interface DiagnoseOptions {
  file?: string[];
  context?: string;
  namespace?: string;
  now?: string;
  output: 'text' | 'json';
}

/** What `kubectl get` prints of a whole cluster. */
const MAX_BYTES = 256 * 1024 * 1024;

const RFC3339 =
  /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

function clock(now: string | undefined): Date {
  if (now === undefined) {
    return new Date();
  }
  const time = new Date(now);
  if (!RFC3339.test(now) || Number.isNaN(time.getTime())) {
    throw new WrongUse(
      '--now takes a time as RFC 3339 writes it, for example 2026-11-24T03:00:00Z',
    );
  }
  return time;
}

async function readAll(io: Io, files: readonly string[]): Promise<ReadObjects> {
  if (files.filter(file => file === '-').length > 1) {
    throw new WrongUse('-f - can be given once');
  }
  const read: ReadObjects = { objects: [], secrets: [] };
  for (const file of files) {
    const source = file === '-' ? 'standard input' : file;
    const { objects, secrets } = readObjects(
      await readText(io, file, MAX_BYTES),
      source,
    );
    read.objects.push(...objects);
    read.secrets.push(...secrets);
  }
  return read;
}

function print(
  io: Io,
  diagnosis: Diagnosis,
  output: DiagnoseOptions['output'],
): void {
  io.stdout(output === 'json' ? jsonReport(diagnosis) : textReport(diagnosis));
}

async function diagnoseFiles(
  io: Io,
  files: readonly string[],
  { output, now }: { output: DiagnoseOptions['output']; now: Date },
): Promise<number> {
  const { objects, secrets } = await readAll(io, files);
  const diagnosis = diagnoseObjects(objects, { secrets, now });
  print(io, diagnosis, output);
  if (objects.length === 0) {
    io.stderr('error: no object was given, so nothing is known\n');
    return exitCode.rejected;
  }
  return isHealthy(diagnosis) ? exitCode.accepted : exitCode.rejected;
}

async function diagnoseCluster(
  io: Io,
  connection: Connection,
  { output, now }: { output: DiagnoseOptions['output']; now: Date },
): Promise<number> {
  const { objects, events, complete, unreadable } = await readCluster(
    connection,
  );
  const diagnosis = diagnoseObjects(
    objects,
    { complete, unreadable, now },
    events,
  );
  print(io, diagnosis, output);
  for (const { kind, reason, message } of unreadable) {
    io.stderr(
      `error: objects of kind ${kind} could not be read (${reason}): ${message}\n`,
    );
  }
  if (diagnosis.verdicts.length === 0) {
    io.stderr(
      `error: namespace ${connection.namespace} has no Deployment that could be read\n`,
    );
  }
  const isKnown = unreadable.length === 0 && diagnosis.verdicts.length > 0;
  return isKnown && isHealthy(diagnosis)
    ? exitCode.accepted
    : exitCode.rejected;
}

/** Says of Deployments, and of each object by itself, whether they are healthy and, if not, why and what to do. */
export async function diagnose(
  io: Io,
  { file: files = [], context, namespace, output, ...options }: DiagnoseOptions,
): Promise<number> {
  const how = { output, now: clock(options.now) };
  const asksCluster = context !== undefined || namespace !== undefined;
  if (asksCluster && files.length > 0) {
    throw new WrongUse(
      'diagnose reads either files (-f) or a cluster (--context, --namespace)',
    );
  }
  if (asksCluster) {
    return diagnoseCluster(io, await connect(context, namespace), how);
  }
  if (files.length === 0) {
    throw new WrongUse('diagnose needs -f FILE, or --context and --namespace');
  }
  return diagnoseFiles(io, files, how);
}
