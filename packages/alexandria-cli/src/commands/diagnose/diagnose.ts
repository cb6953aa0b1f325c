import { exitCode, Io, WrongUse } from '../../Io';
import { readText } from '../../readFiles';
import { diagnoseObjects, isHealthy } from './Diagnosis';
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

/** Says of Deployments, and of each object by itself, whether they are healthy and, if not, why and what to do. */
export async function diagnose(
  io: Io,
  options: DiagnoseOptions,
): Promise<number> {
  const { file: files = [] } = options;
  const now = clock(options.now);
  if (files.length === 0) {
    throw new WrongUse('diagnose needs -f FILE, or --context and --namespace');
  }
  const { objects, secrets } = await readAll(io, files);
  const diagnosis = diagnoseObjects(objects, { secrets, now });
  io.stdout(
    options.output === 'json' ? jsonReport(diagnosis) : textReport(diagnosis),
  );
  if (objects.length === 0) {
    io.stderr('error: no object was given, so nothing is known\n');
    return exitCode.rejected;
  }
  return isHealthy(diagnosis) ? exitCode.accepted : exitCode.rejected;
}
