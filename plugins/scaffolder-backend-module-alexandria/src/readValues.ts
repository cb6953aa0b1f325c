import {
  applySet,
  readYaml,
  resolveValues,
  type Issue,
  type Release,
  type Result,
  type Values,
} from '@alexandriaproject/alexandria-manifests';
import {
  readWorkspaceFile,
  WorkspaceError,
} from '@alexandriaproject/workspace-files';
import type { z as zod } from 'zod/v3';

/** Where values come from, in the order in which later ones win: files, `values`, `set`. */
export interface ValuesInput {
  valuesFiles?: string[];
  values?: Record<string, unknown>;
  set?: string[];
  release?: string;
  namespace?: string;
}

/** The part of the input's schema that the two actions on values share. */
export const valuesInputSchema = {
  valuesFiles: (z: typeof zod) =>
    z
      .array(z.string())
      .describe(
        'Values files of the workspace, as in helm --values; later ones win',
      )
      .optional(),
  values: (z: typeof zod) =>
    z
      .record(z.unknown())
      .describe('Values given in line; win over the files')
      .optional(),
  set: (z: typeof zod) =>
    z
      .array(z.string())
      .describe('PATH=VALUE as in helm --set; wins over files and values')
      .optional(),
  release: (z: typeof zod) =>
    z
      .string()
      .describe('Name of the Helm release; alexandria when omitted')
      .optional(),
  namespace: (z: typeof zod) =>
    z
      .string()
      .describe('Kubernetes namespace; alexandria when omitted')
      .optional(),
};

/** The release that is meant where none is named: the source document's names. */
export function releaseOf(input: ValuesInput): Release {
  return {
    name: input.release ?? 'alexandria',
    namespace: input.namespace ?? 'alexandria',
  };
}

function inFile(file: string, issue: Issue): Issue {
  return { ...issue, message: `${issue.message} (in ${file})` };
}

/**
 * Reads, merges and judges values.
 *
 * @param workspacePath - where `valuesFiles` are looked up; without one the input has none
 * @returns the complete values, or every issue of every layer at once
 */
export async function readValues(
  input: ValuesInput,
  workspacePath?: string,
): Promise<Result<Values>> {
  const issues: Issue[] = [];
  const layers: unknown[] = [];
  for (const file of workspacePath ? input.valuesFiles ?? [] : []) {
    try {
      const read = readYaml(await readWorkspaceFile(workspacePath!, file), {
        file,
      });
      if (read.ok) {
        layers.push(read.value);
      } else {
        issues.push(...read.issues.map(issue => inFile(file, issue)));
      }
    } catch (error) {
      if (!(error instanceof WorkspaceError)) {
        throw error;
      }
      issues.push(
        ...error.problems.map(message => ({ path: 'valuesFiles', message })),
      );
    }
  }
  if (input.values) {
    layers.push(input.values);
  }
  let sets: unknown = {};
  for (const expression of input.set ?? []) {
    const applied = applySet(sets, expression);
    if (applied.ok) {
      sets = applied.value;
    } else {
      issues.push(...applied.issues);
    }
  }
  layers.push(sets);
  if (issues.length > 0) {
    return { ok: false, issues, warnings: [] };
  }
  return resolveValues(layers, releaseOf(input));
}
