import { CST, Document, Lexer, parseAllDocuments } from 'yaml';
import { same } from '../kustomize/jsonPatch';
import { excess } from '../yaml/excess';
import { MAX_LENGTH } from '../values/sizeIssues';
import { mergeLines } from './mergeLines';
import { Decide, mergeTrees, TreeConflict } from './mergeTrees';
import { patchDocument } from './patchDocument';
import { ABSENT, UNKNOWN } from './shown';

/** The documents of a text; undefined for what is no YAML, or more than any file here has. */
function parse(text: string): Document[] | undefined {
  if (text.length > MAX_LENGTH || excess(text) !== undefined) {
    return undefined;
  }
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents) &&
    documents.every(({ errors }) => errors.length === 0)
    ? documents
    : undefined;
}

function treesOf(documents: Document[]): unknown[] | undefined {
  try {
    return documents.map(document => document.toJS({ maxAliasCount: 100 }));
  } catch {
    // Unknown anchors and merges of anything but maps.
    return undefined;
  }
}

/** What a text says; undefined where it cannot be read. */
export function treesIn(text: string): unknown[] | undefined {
  const documents = parse(text);
  return documents && treesOf(documents);
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)]
    .filter(token => CST.tokenType(token) === 'comment')
    .map(token => token.trim());
}

/** Whether no comment of people is missing. */
function keepsComments(base: string, theirs: string, merged: string): boolean {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    comments(text).forEach(line =>
      counts.set(line, (counts.get(line) ?? 0) + 1),
    );
    return counts;
  };
  const [were, are] = [count(base), count(merged)];
  return [...count(theirs)].every(
    ([line, times]) => (are.get(line) ?? 0) >= times - (were.get(line) ?? 0),
  );
}

/**
 * Three-way merge of YAML by what it says. The text is that of the line-wise merge where it says the same, else theirs with only
 * the nodes changed that have to be: so comments, order and quotes survive.
 *
 * @param base - undefined where it is not known
 * @returns undefined where it cannot be done: what is no YAML, other numbers of documents, comments that would be lost
 */
export function mergeYaml(
  base: string | undefined,
  theirs: string,
  ours: string,
  decide: Decide,
): string | undefined {
  const documents = {
    base: base === undefined ? undefined : parse(base),
    theirs: parse(theirs),
    ours: parse(ours),
  };
  if (documents.theirs === undefined || documents.ours === undefined) {
    return undefined;
  }
  const trees = {
    base: documents.base && treesOf(documents.base),
    theirs: treesOf(documents.theirs),
    ours: treesOf(documents.ours),
  };
  const count = documents.theirs.length;
  if (
    trees.theirs === undefined ||
    trees.ours?.length !== count ||
    (base !== undefined && trees.base?.length !== count)
  ) {
    return undefined;
  }
  const { theirs: theirTrees, ours: ourTrees } = trees;
  const merged = theirTrees.map((tree, index) => {
    const prefix = count > 1 ? `document ${index + 1}: ` : '';
    return mergeTrees(
      trees.base === undefined ? UNKNOWN : trees.base[index],
      tree,
      ourTrees[index],
      (conflict: TreeConflict) =>
        decide({ ...conflict, field: `${prefix}${conflict.field}` }),
    );
  });
  if (merged.includes(ABSENT)) {
    return undefined;
  }
  let clean = true;
  const byLines =
    base === undefined
      ? undefined
      : mergeLines(base, theirs, ours, () => {
          clean = false;
          return 'theirs';
        });
  if (byLines !== undefined && clean && same(treesIn(byLines), merged)) {
    return byLines;
  }
  if (same(theirTrees, merged)) {
    return theirs;
  }
  documents.theirs.forEach((document, index) =>
    patchDocument(
      document,
      merged[index],
      documents.base?.[index] ?? new Document(null),
      (documents.ours as Document[])[index],
    ),
  );
  const text = documents.theirs
    .map(document => document.toString({ lineWidth: 0 }))
    .join('');
  return same(treesIn(text), merged) && keepsComments(base ?? '', theirs, text)
    ? text
    : undefined;
}
