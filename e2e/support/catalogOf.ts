import type { Entity } from '@backstage/catalog-model';
import fs from 'fs/promises';
import path from 'path';
import { stringify } from 'yaml';

/**
 * Writes entities to a folder.
 *
 * @returns the setting `catalog.locations` of a portal whose catalog has these and the template, and nothing else
 */
export async function catalogOf(
  entities: Entity[],
  folder: string,
): Promise<{ 'catalog.locations': object[] }> {
  const target = path.join(folder, 'entities.yaml');
  await fs.writeFile(
    target,
    entities.map(entity => stringify(entity)).join('---\n'),
  );
  return {
    'catalog.locations': [
      {
        type: 'file',
        target,
        rules: [{ allow: ['Component', 'Group', 'User'] }],
      },
      {
        type: 'file',
        target: '../../templates/new-alexandria-instance/template.yaml',
        rules: [{ allow: ['Template'] }],
      },
    ],
  };
}
