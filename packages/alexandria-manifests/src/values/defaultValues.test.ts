import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultValues } from './defaultValues';
import { valuesSchema } from './valuesSchema';

const chartValues: unknown = parse(
  readFileSync(join(__dirname, '../../chart/values.yaml'), 'utf8'),
);

describe('defaultValues', () => {
  it('is what the chart ships as values.yaml', () => {
    expect(defaultValues).toEqual(chartValues);
  });

  it('is accepted by the model', () => {
    expect(valuesSchema.safeParse(chartValues).success).toBe(true);
  });

  it('cannot be changed', () => {
    expect(() => {
      (defaultValues as { replicaCount: number }).replicaCount = 3;
    }).toThrow(TypeError);
  });
});
