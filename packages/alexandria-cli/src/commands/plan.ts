import {
  applySet,
  ChangePlan,
  changedFiles,
  Decision,
  describePlan,
  Issue,
  planChange,
  readAnswers,
  Result,
} from '@alexandriaproject/alexandria-manifests';
import { exitCode, Io, printIssues } from '../Io';
import { readFolder } from '../readFolder';
import { readYamlFile } from '../readFiles';
import { replaceFiles } from '../replaceFiles';

export interface PlanOptions {
  answers?: string;
  set: string[];
  keep: string[];
  take: string[];
  write: boolean;
  output: 'text' | 'json';
}

/** A place as the plan spells it: the file, or `file: field`. */
function decision(place: string, take: Decision['take']): Decision {
  const colon = place.indexOf(':');
  return colon < 0
    ? { path: place, take }
    : {
        path: place.slice(0, colon),
        field: place.slice(colon + 1).trim(),
        take,
      };
}

/** The answers of a file, else those of the repository, with single ones set. */
async function readNewAnswers(
  io: Io,
  files: ReadonlyMap<string, string>,
  options: PlanOptions,
): Promise<Result<unknown>> {
  const read =
    options.answers === undefined
      ? readAnswers(files)
      : await readYamlFile(io, options.answers);
  if (!read.ok) {
    return read;
  }
  let tree: unknown = read.value;
  const issues: Issue[] = [];
  for (const expression of options.set) {
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

/** Contents are in the repository, or will be; what a script reads is what happens to them. */
function withoutContents(whole: ChangePlan) {
  return {
    ...whole,
    files: whole.files.map(({ path, action, origin }) => ({
      path,
      action,
      origin,
    })),
  };
}

/**
 * Plans a change of a repository in a folder, and carries it out on request. Rejected while a conflict is undecided or merged
 * values are not accepted; the plan is reported all the same.
 */
export async function plan(
  io: Io,
  folder: string,
  options: PlanOptions,
): Promise<number> {
  const files = await readFolder(folder);
  const answers = await readNewAnswers(io, files, options);
  const planned = answers.ok
    ? planChange({
        files,
        answers: answers.value,
        decisions: [
          ...options.keep.map(place => decision(place, 'theirs')),
          ...options.take.map(place => decision(place, 'ours')),
        ],
      })
    : answers;
  printIssues(io, planned.warnings, 'warning');
  if (!planned.ok) {
    printIssues(io, planned.issues, 'error');
    return exitCode.rejected;
  }
  const changed = changedFiles(planned.value);
  io.stdout(
    options.output === 'json'
      ? `${JSON.stringify(withoutContents(planned.value), null, 2)}\n`
      : describePlan(planned.value),
  );
  if (!changed.ok) {
    printIssues(io, changed.issues, 'error');
    io.stderr(
      'error: decide each conflict with --keep or --take, followed by its place as above\n',
    );
    return exitCode.rejected;
  }
  if (options.write) {
    await replaceFiles(folder, files, changed.value);
    const { written, removed } = changed.value;
    io.stderr(
      `${written.length} files written to ${folder}, ${removed.length} removed\n`,
    );
  }
  return exitCode.accepted;
}
