import { readFile, stat } from 'node:fs/promises';
import {
  applySet,
  Issue,
  mergeLayers,
  readYaml,
  Result,
} from '@alexandriaproject/alexandria-manifests';
import { Io, WrongUse } from './Io';

/** A larger file is no values file. */
const MAX_BYTES = 4 * 1024 * 1024;

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

/**
 * Reads one file; `-` is standard input.
 *
 * @throws WrongUse when there is none, when it may not be read, and when it is longer than `maxBytes`
 */
export async function readText(
  io: Io,
  file: string,
  maxBytes: number,
): Promise<string> {
  if (file === '-') {
    return io.stdin();
  }
  try {
    const { size } = await stat(file);
    if (size > maxBytes) {
      throw new WrongUse(`${file}: is longer than ${maxBytes} bytes`);
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof WrongUse) {
      throw error;
    }
    const code = String((error as NodeJS.ErrnoException).code);
    throw new WrongUse(
      `${file}: ${reasons[code] ?? `cannot be read (${code})`}`,
    );
  }
}

/** Reads one YAML file; `-` is standard input. */
export async function readYamlFile(
  io: Io,
  file: string,
): Promise<Result<unknown>> {
  return readYaml(await readText(io, file, MAX_BYTES), {
    file: file === '-' ? 'standard input' : file,
  });
}

/**
 * Reads values files and `--set` expressions into one tree, as Helm does: files in their order, then expressions in
 * theirs. Everything that cannot be read is reported at once.
 */
export async function readValues(
  io: Io,
  files: readonly string[],
  expressions: readonly string[],
): Promise<Result<unknown>> {
  if (files.filter(file => file === '-').length > 1) {
    throw new WrongUse('--values - can be given once');
  }
  const issues: Issue[] = [];
  const layers: unknown[] = [];
  for (const file of files) {
    const read = await readYamlFile(io, file);
    if (read.ok) {
      layers.push(read.value);
    } else {
      issues.push(...read.issues);
    }
  }
  let tree = mergeLayers(layers);
  for (const expression of expressions) {
    const set = applySet(tree, expression);
    if (set.ok) {
      tree = set.value;
    } else {
      issues.push(...set.issues);
    }
  }
  return issues.length > 0
    ? { ok: false, issues, warnings: [] }
    : { ok: true, value: tree, warnings: [] };
}
