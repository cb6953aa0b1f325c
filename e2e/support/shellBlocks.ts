/** The commands of a block marked `sh`, and the heading that it stands under. */
export interface ShellBlock {
  /** Without its `#`s. */
  section: string;
  commands: string;
}

/** The blocks of shell commands in a Markdown document, in order. */
export function shellBlocks(markdown: string): ShellBlock[] {
  const blocks: ShellBlock[] = [];
  let section = '';
  for (const [, heading, commands] of markdown.matchAll(
    /^#+ (.*)$|^```sh\n([^]*?)^```$/gm,
  )) {
    // A comment in a block is no heading: a block is matched as a whole.
    if (commands === undefined) {
      section = heading;
    } else {
      blocks.push({ section, commands });
    }
  }
  return blocks;
}
