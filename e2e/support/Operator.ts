import type { GeneratedRepository } from './GeneratedRepository';
import type { Terminal } from './Terminal';

/** What a person enters where the README asks: nothing of it may be taken for a command. */
const entered = (line: number) => `entered-${line} $(id) \`id\` "' \\n & ; #`;

const asked = (commands: string) => commands.match(/\bread -r/g)?.length ?? 0;

/** A person with a generated repository, a terminal and nothing but the README. */
export class Operator {
  /** The lines that were entered. */
  readonly entered: string[] = [];
  /** Everything that was printed. */
  printed = '';

  constructor(
    readonly repository: GeneratedRepository,
    readonly terminal: Terminal,
  ) {}

  /** Runs one block of the README, and enters what it asks for. */
  async run(block: string): Promise<string> {
    const first = this.entered.length;
    const lines = Array.from({ length: asked(block) }, (_, line) =>
      entered(first + line),
    );
    this.entered.push(...lines);
    const printed = await this.terminal.must(block, {
      typed: lines,
      // kubectl says with 1 that something would change.
      codes: block.startsWith('kubectl diff') ? [0, 1] : [0],
    });
    this.printed += printed;
    return printed;
  }

  /** Runs every block of a section of the README but those that end with Ctrl-C. */
  async follow(section: string): Promise<void> {
    for (const block of await this.repository.commands(section)) {
      if (!block.startsWith('kubectl port-forward')) {
        await this.run(block);
      }
    }
  }
}
