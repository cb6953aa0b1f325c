import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { packageFile } from './packageFile';
import { crds, releasedCrds } from './crds';

describe('crds', () => {
  it('lists every file of the folder', async () => {
    expect((await crds()).sort()).toEqual(
      readdirSync(packageFile('crds'))
        .map(file => packageFile('crds', file))
        .sort(),
    );
  });

  it.each(releasedCrds)(
    '$file is what $repository released as $tag',
    ({ file, sha256 }) => {
      const content = readFileSync(packageFile('crds', file));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    },
  );
});
