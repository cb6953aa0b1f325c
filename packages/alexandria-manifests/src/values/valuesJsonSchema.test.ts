import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valuesJsonSchema } from './valuesJsonSchema';

const chart = join(__dirname, '../../chart');
const text = JSON.stringify(valuesJsonSchema(), null, 2);

function nodes(schema: unknown): Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  return [
    ...(Array.isArray(schema) ? [] : [schema as Record<string, unknown>]),
    ...Object.values(schema).flatMap(nodes),
  ];
}

describe('valuesJsonSchema', () => {
  it('is what the chart ships as values.schema.json', () => {
    // When this fails: yarn workspace @alexandriaproject/alexandria-manifests generate
    expect(readFileSync(join(chart, 'values.schema.json'), 'utf8')).toBe(
      `${text}\n`,
    );
  });

  it('is draft-07', () => {
    expect(valuesJsonSchema().$schema).toBe(
      'http://json-schema.org/draft-07/schema#',
    );
  });

  it.each([
    'format',
    'prefixItems',
    'dependentRequired',
    '$defs',
    'unevaluatedProperties',
  ])('has no %s, which Helm 3.17 ignores or refuses', keyword => {
    const properties = nodes(valuesJsonSchema()).filter(
      node => keyword in node && 'type' in node,
    );
    expect(properties).toEqual([]);
  });

  it('has only patterns that RE2 reads', () => {
    const patterns = nodes(valuesJsonSchema()).flatMap(node =>
      typeof node.pattern === 'string' ? [node.pattern] : [],
    );
    expect(patterns.length).toBeGreaterThan(50);
    expect(
      patterns.filter(pattern => /\(\?[=!<]|\\[1-9]/.test(pattern)),
    ).toEqual([]);
  });

  it('closes every map that is not passed on to Kubernetes', () => {
    const open = nodes(valuesJsonSchema()).filter(
      node =>
        node.type === 'object' &&
        node.properties !== undefined &&
        node.additionalProperties === undefined,
    );
    expect(open).toEqual([]);
  });
});
