import {
  hostileTexts,
  hostileTrees,
  prototypeIsClean,
  Tally,
} from '@alexandriaproject/test-rig';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { renderObjects } from '../objects';
import { schemaPaths } from '../oracle/__testUtils__/schemaPaths';
import { formatIssue } from '../result';
import {
  mergeLayers,
  resolveValues,
  Segment,
  valuesJsonSchema,
} from '../values';
import { formatPath } from '../values/path';
import { writeYamlDocuments } from '../yaml';

const tally = new Tally('values');
const canary = join(tmpdir(), `hostile-values-${process.pid}`);
const release = { name: 'alexandria', namespace: 'alexandria' };
const texts = hostileTexts(canary);
/** Each place gets one in so many of the texts; every text comes to every so many-th place. */
const SHARE = 10;
const SECRET = 'canary-7f3a-secret';

afterAll(() => tally.print());

/** A tree with one value at a path. */
function at(path: readonly Segment[], value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, segment) =>
      typeof segment === 'number'
        ? [inner]
        : Object.fromEntries([[segment === '*' ? 'key' : segment, inner]]),
    value,
  );
}

/** What else has to be there for text to be taken at a place. */
const surroundings: unknown[] = [
  { auth: { jwtSecret: SECRET } },
  {
    auth: { jwtSecret: SECRET },
    metrics: { enabled: true },
    federation: { enabled: true },
  },
];

function judge(layers: unknown[]) {
  const resolved = resolveValues(layers, release);
  tally.count(resolved.ok ? 'accepted' : 'refused');
  if (!resolved.ok) {
    const report = resolved.issues.map(formatIssue).join('\n');
    expect(report.length).toBeLessThan(200_000);
    expect(report).not.toContain(SECRET);
    expect(report).not.toMatch(/\n\s+at /);
    return;
  }
  const objects = renderObjects(resolved.value, release);
  const text = writeYamlDocuments(objects);
  const documents = parseAllDocuments(text, { schema: 'core' });
  // What arrives is what was rendered, byte for byte.
  expect(
    (Array.isArray(documents) ? documents : []).map(document =>
      document.toJS(),
    ),
  ).toEqual(JSON.parse(JSON.stringify(objects)));
  for (const object of objects) {
    const data = (object as { data?: Record<string, string> }).data ?? {};
    if (object.kind === 'ConfigMap' && 'alexandria.conf' in data) {
      expect(() => parseToml(data['alexandria.conf'])).not.toThrow();
    }
  }
}

const places = schemaPaths(valuesJsonSchema() as object);
const maps = places.filter(
  ({ schema, path }, index) =>
    schema.additionalProperties && path.length > 0 && index % 3 === 0,
);
const sections = places
  .filter(({ path }) => path.length === 1)
  .filter((_place, index) => index % SHARE === 0);
const textPlaces = places.filter(({ schema }) => schema.type === 'string');

describe('hostile text in values', () => {
  it('finds every text field of the schema', () => {
    expect(textPlaces.length).toBeGreaterThan(100);
  });

  it.each(
    textPlaces.map(
      ({ path }, index) => [formatPath(path), path, index] as const,
    ),
  )('%s', (_, path, index) => {
    const share = Object.values(texts).filter(
      (_text, position) => (position + index) % SHARE === 0,
    );
    for (const text of share) {
      judge([...surroundings.slice(0, 1), at(path, text)]);
    }
    expect(existsSync(canary)).toBe(false);
  });

  it.each(Object.entries(texts))('%s as a key', (_, key) => {
    for (const { path } of maps) {
      judge([at(path, Object.fromEntries([[key, 'x']]))]);
    }
    expect(prototypeIsClean()).toBe(true);
  });
});

describe('hostile trees in values', () => {
  it.each(Object.entries(hostileTrees))('%s', (_, make) => {
    judge([make()]);
    judge([make(), make()]);
    for (const { path } of sections) {
      judge([at(path, make())]);
    }
    expect(prototypeIsClean()).toBe(true);
  });

  it('are all judged where values are joined', () => {
    for (const make of Object.values(hostileTrees)) {
      judge([
        mergeLayers(surroundings),
        { affinity: make() },
        { affinity: make() },
      ]);
    }
    expect(prototypeIsClean()).toBe(true);
  });

  it('leave nothing behind', () => {
    expect(existsSync(canary)).toBe(false);
    expect(prototypeIsClean()).toBe(true);
  });
});
