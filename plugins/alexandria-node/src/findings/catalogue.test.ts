import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRules } from '../evaluate/rules';
import { findingDefinitions } from './catalogue';

const ROOT = join(__dirname, '../../../..');
const definitions = findingDefinitions();
const codes = definitions.map(({ code }) => code).sort();

describe('the catalogue', () => {
  it('has each code once, in PascalCase', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter(code => !/^([A-Z][a-z]+)+$/.test(code))).toEqual([]);
  });

  it('has a rule for each code; what is said where there is no Deployment, or no answer of a rule, needs none', () => {
    expect(builtInRules.map(({ finding }) => finding.code).sort()).toEqual(
      codes.filter(code => !['DeploymentMissing', 'RuleFailed'].includes(code)),
    );
  });

  it('has a page for each code, and no other page', () => {
    const pages = readdirSync(join(ROOT, 'docs/findings')).filter(
      name => name !== 'index.md',
    );
    expect(pages.sort()).toEqual(codes.map(code => `${code}.md`));
  });

  it.each(definitions)('documents $code', ({ code, title, severity, docs }) => {
    const page = readFileSync(join(ROOT, docs), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${code}\n`));
    expect(page).toContain(`${title}.`);
    expect(page).toContain(`Severity: ${severity}`);
    for (const section of ['What it means', 'How it is told', 'What to do']) {
      expect(page).toContain(`\n## ${section}\n`);
    }
  });

  it.each(definitions)('lists $code', ({ code, title, severity, health }) => {
    const index = readFileSync(join(ROOT, 'docs/findings/index.md'), 'utf8');
    const makes = health ?? (severity === 'critical' ? 'Degraded' : '–');
    expect(index.replace(/ +/g, ' ')).toContain(
      `| [${code}](${code}.md) | ${title} | ${severity} | ${makes} |`,
    );
  });
});
