import { chartFiles } from '../chart/files.generated';
import { GeneratedFile } from '../GeneratedFile';
import { paths } from './paths';

/** The chart, vendored: an instance installs what was reviewed with it. */
export function chart(): GeneratedFile[] {
  return Object.entries(chartFiles).map(([path, content]) => ({
    path: `${paths.chart}/${path}`,
    content,
  }));
}
