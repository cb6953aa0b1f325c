import { firstIssues, Issue, Result } from '../result';
import { checklistIssues } from '../checklist';
import { defaultValues } from './defaultValues';
import { describeIssues } from './describeIssues';
import { forbiddenIssues } from './forbidden';
import { Guard, guards } from './guards';
import { isMap, mergeLayers, mergeValues } from './mergeValues';
import { formatPath, overlaps, parsePath, Segment, valueAt } from './path';
import { given } from './secretText';
import { sizeIssues } from './sizeIssues';
import { Release, Values, valuesSchema } from './valuesSchema';
import { valuesWarnings } from './warnings';

function guardIssues(
  values: Values,
  release: Release,
  wrong: readonly string[],
): Issue[] {
  const blind = ({ reads }: Guard) =>
    reads.some(read => wrong.some(path => overlaps(read, path)));
  const named: Record<string, unknown> = { ...values, release };
  return guards
    .filter(guard => !blind(guard))
    .flatMap(guard =>
      guard.check(values, release).map(path => ({
        path,
        message: guard.message,
        given: given(valueAt(named, parsePath(path)), parsePath(path)),
        remedy: guard.remedy,
      })),
    );
}

/** The tree with its wrong places put back to their defaults, or taken out where there is none. */
function repaired(tree: unknown, wrong: readonly Segment[][]): unknown {
  const paths = new Set(wrong.map(formatPath));
  function at(node: unknown, segments: Segment[]): unknown {
    if (paths.has(formatPath(segments))) {
      return valueAt(defaultValues, segments);
    }
    if (Array.isArray(node)) {
      return node
        .map((item, index) => at(item, [...segments, index]))
        .filter(item => item !== undefined);
    }
    if (isMap(node)) {
      const missing = wrong
        .filter(
          path =>
            path.length === segments.length + 1 &&
            formatPath(path.slice(0, -1)) === formatPath(segments),
        )
        .map(path => String(path.at(-1)))
        .filter(key => !Object.hasOwn(node, key));
      return Object.fromEntries(
        [...Object.keys(node), ...missing]
          .map(key => [key, at(node[key], [...segments, key])] as const)
          .filter(([, value]) => value !== undefined),
      );
    }
    return node;
  }
  return at(tree, []);
}

/** Checks the tree as if its wrong places, and the sections that cannot stand without them, had been left out. */
function parseWithout(tree: unknown, wrong: readonly Segment[][]) {
  const parsed = valuesSchema.safeParse(repaired(tree, wrong));
  if (parsed.success) {
    return parsed;
  }
  const sections = parsed.error.issues.map(({ path }) => [String(path[0])]);
  return valuesSchema.safeParse(repaired(tree, [...wrong, ...sections]));
}

/**
 * Lays values over the chart's defaults and checks the result: model, guards and, under `checklist.enforce`, the
 * checklist. Everything wrong is reported at once.
 *
 * @param layers - values files in order of precedence, later ones winning
 *
 * @public
 */
export function resolveValues(
  layers: readonly unknown[],
  release: Release,
): Result<Values> {
  const unmergeable = layers.flatMap((layer, index) =>
    layer === undefined || layer === null || isMap(layer)
      ? []
      : [
          {
            path: '',
            message: `values must be a map${
              layers.length > 1 ? `; layer ${index + 1} is not` : ''
            }`,
            given: given(layer, []),
          },
        ],
  );
  if (unmergeable.length > 0) {
    return { ok: false, issues: unmergeable, warnings: [] };
  }
  const tooLarge = layers.flatMap(sizeIssues);
  if (tooLarge.length > 0) {
    return { ok: false, issues: tooLarge, warnings: [] };
  }
  const tree = mergeValues(defaultValues, mergeLayers(layers));
  const forbidden = firstIssues(forbiddenIssues(tree));
  const parsed = valuesSchema.safeParse(tree);
  const covered = (issue: Issue) =>
    forbidden.some(
      other =>
        overlaps(other.path, issue.path) &&
        (other.path === issue.path ||
          !issue.message.startsWith('is not known')),
    );
  const wrong = parsed.success
    ? []
    : describeIssues(parsed.error.issues, valuesSchema, tree).filter(
        issue => !covered(issue),
      );
  const schemaIssues = [...forbidden, ...wrong];
  const paths = schemaIssues.map(issue => issue.path);
  const checked =
    schemaIssues.length === 0
      ? parsed
      : parseWithout(tree, paths.map(parsePath));
  if (!checked.success) {
    return { ok: false, issues: schemaIssues, warnings: [] };
  }
  const issues = [
    ...schemaIssues,
    ...guardIssues(checked.data, release, paths),
    ...(checked.data.checklist.enforce && schemaIssues.length === 0
      ? checklistIssues(checked.data, release)
      : []),
  ];
  const warnings =
    schemaIssues.length === 0 ? valuesWarnings(checked.data) : [];
  return issues.length === 0
    ? { ok: true, value: checked.data, warnings }
    : { ok: false, issues: firstIssues(issues), warnings };
}
