/** A block of a page: a heading, or a paragraph in pieces, of which those that are `code` are so in the page. */
export type Block =
  | { heading: string }
  | { pieces: { text: string; isCode: boolean }[] };

/** Reads a page about a finding, which has headings, paragraphs and code within a line, and nothing else of Markdown. */
export function readFindingPage(page: string): Block[] {
  return page
    .split(/\n{2,}/)
    .filter(block => block.trim() !== '')
    .map(block =>
      block.startsWith('## ')
        ? { heading: block.slice(3).trim() }
        : {
            pieces: block
              .trim()
              .replace(/\s+/g, ' ')
              .split('`')
              .map((text, index) => ({ text, isCode: index % 2 === 1 }))
              .filter(({ text }) => text !== ''),
          },
    );
}
