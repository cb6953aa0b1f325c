export { readYaml } from './readYaml';
export { writeYaml, writeYamlDocuments } from './writeYaml';
export type { WriteYamlOptions } from './writeYaml';
