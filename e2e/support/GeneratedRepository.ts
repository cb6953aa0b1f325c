import {
  formatIssue,
  generateRepository,
  parseInstance,
  type InstanceInput,
} from '@alexandriaproject/alexandria-manifests';
import fs from 'fs/promises';
import path from 'path';
import { shellBlocks, type ShellBlock } from './shellBlocks';

/** A repository as the template writes it, in a folder. */
export class GeneratedRepository {
  constructor(readonly folder: string) {}

  /** Writes what the answers say, in place of what is there. */
  async write(input: InstanceInput): Promise<void> {
    const parsed = parseInstance(input);
    if (!parsed.ok) {
      throw new Error(parsed.issues.map(formatIssue).join('\n'));
    }
    await fs.rm(this.folder, { recursive: true, force: true });
    for (const { path: name, content } of generateRepository(parsed.value)) {
      const file = path.join(this.folder, name);
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, content);
    }
  }

  /** The commands of one section of the README, block by block. */
  async commands(section: string): Promise<string[]> {
    const readme = await fs.readFile(
      path.join(this.folder, 'README.md'),
      'utf8',
    );
    const found = shellBlocks(readme).filter(
      (block: ShellBlock) => block.section === section,
    );
    if (found.length === 0) {
      throw new Error(`the README has no commands under "${section}"`);
    }
    return found.map(({ commands }) => commands);
  }
}
