import {
  renderObjects,
  resolveValues,
  writeYamlDocuments,
} from '@alexandriaproject/alexandria-manifests';
import { exitCode, Io, printIssues } from '../Io';
import { readValues } from '../readFiles';

export interface RenderOptions {
  values: string[];
  set: string[];
  release: string;
  namespace: string;
  format: 'yaml' | 'json';
}

/** Writes every object of a release to standard output: YAML documents, or one JSON list. */
export async function render(io: Io, options: RenderOptions): Promise<number> {
  const release = { name: options.release, namespace: options.namespace };
  const read = await readValues(io, options.values, options.set);
  const resolved = read.ok ? resolveValues([read.value], release) : read;
  printIssues(io, resolved.warnings, 'warning');
  if (!resolved.ok) {
    printIssues(io, resolved.issues, 'error');
    return exitCode.rejected;
  }
  const objects = renderObjects(resolved.value, release);
  io.stdout(
    options.format === 'json'
      ? `${JSON.stringify(objects, null, 2)}\n`
      : writeYamlDocuments(objects),
  );
  return exitCode.accepted;
}
