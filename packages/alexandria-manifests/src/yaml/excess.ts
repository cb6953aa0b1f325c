import { CST, Lexer } from 'yaml';
import { MAX_DEPTH } from '../values/sizeIssues';

/** Words, signs, gaps and line breaks; the chart's own values.yaml, comments and all, has 2,300. */
const MAX_TOKENS = 100_000;
/** Each alias is looked up among all anchors. */
const MAX_ANCHORS = 1000;

/**
 * What of a YAML text is more than any values file has, told before a parser spends time and stack on it.
 *
 * @returns what is wrong, to stand after the file's name; undefined for a text that can be parsed
 */
export function excess(text: string): string | undefined {
  let tokens = 0;
  let anchors = 0;
  let flow = 0;
  // On one line each of `-`, `?` and `:` may open a collection in the one before.
  let onLine = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MAX_TOKENS) {
      return `has more than ${MAX_TOKENS} words and signs`;
    }
    const type = isScalar ? 'scalar' : CST.tokenType(token);
    isScalar = token === CST.SCALAR;
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        flow++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flow--;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        onLine += flow > 0 ? 0 : 1;
        break;
      case 'newline':
        onLine = 0;
        break;
      case 'anchor':
      case 'alias':
        anchors++;
        break;
      default:
        break;
    }
    if (flow > MAX_DEPTH || onLine > MAX_DEPTH) {
      return `is nested more than ${MAX_DEPTH} levels deep`;
    }
    if (anchors > MAX_ANCHORS) {
      return `has more than ${MAX_ANCHORS} anchors and aliases`;
    }
  }
  return undefined;
}
