import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedChart } from '../../scripts/embedChart';
import { chartFiles } from './files.generated';

const chart = join(__dirname, '../../chart');

describe('chartFiles', () => {
  it('is the chart as it stands', () => {
    // When this fails: yarn workspace @alexandriaproject/alexandria-manifests generate
    const written = readFileSync(join(__dirname, 'files.generated.ts'), 'utf8');
    expect(written === embedChart(chart)).toBe(true);
  });

  it('holds what Helm needs, and not the values of the tests', () => {
    const paths = Object.keys(chartFiles);
    expect(paths).toEqual(
      expect.arrayContaining([
        '.helmignore',
        'Chart.yaml',
        'templates/deployment.yaml',
        'values.schema.json',
        'values.yaml',
      ]),
    );
    expect(paths.filter(path => path.startsWith('ci/'))).toEqual([]);
  });
});
