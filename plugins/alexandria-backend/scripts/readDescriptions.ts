import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What a doc comment says of a schema, and those of its properties say of them, by name. */
export interface Description {
  text?: string;
  properties: Map<string, Description>;
}

/** The text of a doc comment in one line for each of its paragraphs, without tags. */
function textOf(node: ts.Node): string | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  return ts
    .getTextOfJSDocComment(comment)
    ?.replace(/\{@link (\S+)\}/g, '`$1`')
    .trim();
}

/** The properties that are given in an expression, whatever they are wrapped in, after those of the schema that it extends. */
function propertiesOf(
  expression: ts.Expression,
  known: ReadonlyMap<string, Description>,
): Map<string, Description> {
  const properties = new Map<string, Description>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      known
        .get(node.text)
        ?.properties.forEach((value, name) => properties.set(name, value));
    } else if (ts.isPropertyAssignment(node)) {
      properties.set(node.name.getText(), {
        text: textOf(node),
        properties: propertiesOf(node.initializer, known),
      });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(expression);
  return properties;
}

/** @returns what the doc comments of a folder's schemas say, by the name of the constant, `healthSchema` for example */
export function readDescriptions(folder: string): Map<string, Description> {
  const known = new Map<string, Description>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.ts$/.test(file))
    .map(file =>
      ts.createSourceFile(
        file,
        readFileSync(join(folder, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      ),
    );
  const schemas = files
    .flatMap(({ statements }) => statements.filter(ts.isVariableStatement))
    .flatMap(statement =>
      statement.declarationList.declarations.map(declaration => ({
        statement,
        name: declaration.name.getText(),
        initializer: declaration.initializer,
      })),
    )
    .filter(({ name }) => name.endsWith('Schema'));
  // Twice, since what is extended may be read later.
  for (const _ of [1, 2]) {
    for (const { statement, name, initializer } of schemas) {
      known.set(name, {
        text: textOf(statement),
        properties: initializer ? propertiesOf(initializer, known) : new Map(),
      });
    }
  }
  return known;
}
