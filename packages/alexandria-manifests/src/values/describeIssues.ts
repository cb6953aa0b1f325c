import { z } from 'zod';
import { firstIssues, Issue, MAX_ISSUES } from '../result';
import { defaultValues } from './defaultValues';
import { formatPath, Segment, valueAt } from './path';
import { given } from './secretText';

type ZodIssue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  int: 'an integer',
  number: 'a number',
};

function listed(options: readonly unknown[]): string {
  const words = options.map(String);
  return words.length === 1
    ? words[0]
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Steps to turn one word into another; only whether there are few matters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        next[j - 1] + 1,
        row[j] + 1,
        row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length];
}

/** The known keys of the map at a path. */
function keysAt(schema: z.ZodType, segments: readonly Segment[]): string[] {
  const [segment, ...rest] = segments;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return keysAt(schema.unwrap() as z.ZodType, segments);
  }
  if (schema instanceof z.ZodUnion) {
    return (schema.options as z.ZodType[]).flatMap(option =>
      keysAt(option, segments),
    );
  }
  if (schema instanceof z.ZodArray && segment !== undefined) {
    return keysAt(schema.element as z.ZodType, rest);
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    if (segment === undefined) {
      return Object.keys(shape);
    }
    return typeof segment === 'string' && Object.hasOwn(shape, segment)
      ? keysAt(shape[segment], rest)
      : [];
  }
  return [];
}

function unknownKey(
  schema: z.ZodType,
  map: readonly Segment[],
  key: string,
): Issue {
  const known = [...new Set(keysAt(schema, map))];
  const near = known
    .map(name => ({
      name,
      steps: distance(name.toLowerCase(), key.toLowerCase()),
    }))
    .filter(({ name, steps }) => steps <= Math.max(1, name.length / 3))
    .sort((a, b) => a.steps - b.steps)
    .at(0);
  let remedy = `Known here: ${known.join(', ')}`;
  if (/secret$/i.test(key) && map[0] === 'federation') {
    remedy =
      'A client secret belongs in a Secret, under the key oidc-<provider>-client-secret';
  } else if (near !== undefined) {
    remedy = `Did you mean ${near.name}?`;
  }
  return {
    path: formatPath([...map, key]),
    message: 'is not known',
    remedy,
  };
}

function message(issue: ZodIssue, value: unknown): string {
  if (value === undefined) {
    return 'is required';
  }
  if (issue.message.startsWith('must ')) {
    return issue.message;
  }
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${listed(issue.values)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : issue.message;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : issue.message;
    default:
      return issue.message;
  }
}

function remedyFor(
  issue: ZodIssue,
  value: unknown,
  segments: readonly Segment[],
): string | undefined {
  if (value === undefined) {
    return valueAt(defaultValues, segments) === undefined
      ? undefined
      : 'null deleted it; leave it out to get the default';
  }
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  if (scalar && issue.code === 'invalid_type' && issue.expected === 'string') {
    return 'Put it in quotes';
  }
  return undefined;
}

/**
 * Turns what zod found into issues in plain words. Every message of the values model and of models like it is made
 * here or stands beside the field it is about, never in a caller.
 *
 * @param tree - what was checked; never shown where it is or looks like a credential
 */
export function describeIssues(
  issues: readonly ZodIssue[],
  schema: z.ZodType,
  tree: unknown,
): Issue[] {
  const described = issues.slice(0, MAX_ISSUES).flatMap((issue): Issue[] => {
    const segments = issue.path.filter(
      (segment): segment is Segment => typeof segment !== 'symbol',
    );
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, MAX_ISSUES)
        .map(key => unknownKey(schema, segments, key));
    }
    if (issue.code === 'invalid_key') {
      return [
        {
          path: formatPath(segments),
          message: `the key ${issue.issues[0]?.message ?? 'is not accepted'}`,
        },
      ];
    }
    const value = valueAt(tree, segments);
    if (issue.code === 'invalid_union' && 'options' in issue) {
      return [
        {
          path: formatPath(segments),
          message: `must be ${listed(issue.options ?? [])}`,
          given: given(value, segments),
        },
      ];
    }
    return [
      {
        path: formatPath(segments),
        message: message(issue, value),
        given: given(value, segments),
        remedy: remedyFor(issue, value, segments),
      },
    ];
  });
  const unseen = issues.reduce(
    (sum, issue, index) =>
      index >= MAX_ISSUES
        ? sum + 1
        : sum +
          (issue.code === 'unrecognized_keys'
            ? Math.max(0, issue.keys.length - MAX_ISSUES)
            : 0),
    0,
  );
  // A number outside of a range and of 2^53 breaks two checks with one message.
  const distinct = described.filter(
    ({ path, message: text }, index) =>
      described.findIndex(
        other => other.path === path && other.message === text,
      ) === index,
  );
  return firstIssues(distinct, distinct.length + unseen);
}
