import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { wireSchemas } from './wireSchemas';

const file = join(__dirname, '../src/schema/openapi.yaml');
const document = parseDocument(readFileSync(file, 'utf8'));
document.setIn(
  ['components', 'schemas'],
  document.createNode(wireSchemas(), { aliasDuplicateObjects: false }),
);
writeFileSync(file, document.toString({ lineWidth: 0, singleQuote: true }));
