import fc from 'fast-check';
import { fleetDeployment, fleetFixture } from '../__fixtures__/fleet';
import { csvCell, fleetCsv, fleetJson } from './exportFleet';

/** Reads CSV as RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      const quoted = /"((?:[^"]|"")*)"/y;
      const plain = /[^,\r\n"]*/y;
      quoted.lastIndex = at;
      plain.lastIndex = at;
      const match = quoted.exec(text) ?? plain.exec(text)!;
      row.push((match[1] ?? match[0]).replace(/""/g, '"'));
      at += match[0].length;
      if (text[at] !== ',') {
        break;
      }
      at += 1;
    }
    expect(text.slice(at, at + 2)).toBe('\r\n');
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe('csvCell', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `"'＝1"`],
    ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
    ['payments-prod', 'payments-prod'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %j as %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it.each([
    [3, '3'],
    [-3, '-3'],
    [false, 'false'],
    [undefined, ''],
  ])('writes %p as %p', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it('gives text back to whoever reads it, and a formula to no spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), values => {
        const [cells] = parseCsv(`${values.map(csvCell).join(',')}\r\n`);
        expect(
          cells.filter((_, index) => values.length > 0 || index > 0),
        ).toEqual(
          values.map(text => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)),
        );
      }),
    );
  });
});

describe('fleetCsv', () => {
  it('has a line for each Deployment, under the names of its columns', () => {
    const [head, ...lines] = parseCsv(
      fleetCsv([
        fleetDeployment({
          title: '=cmd|calc',
          autoscaler: { min: 2, max: 8, current: 3 },
          findings: [
            { code: 'SecretMissing', severity: 'critical', title: 'a, b' },
            { code: 'ValuesDrift', severity: 'warning', title: 'c' },
          ],
        }),
        fleetDeployment({ cluster: undefined, replicas: undefined }),
      ]),
    );
    expect(lines.map(({ length }) => length)).toEqual([
      ...[head.length, head.length],
    ]);
    const first = Object.fromEntries(
      head.map((name, index) => [name, lines[0][index]]),
    );
    expect(first).toMatchObject({
      entityRef: 'component:default/assistant',
      ...{ title: "'=cmd|calc", cluster: 'eu-west', replicasWanted: '2' },
      ...{ autoscalerMax: '8', findings: 'SecretMissing ValuesDrift' },
      worstFinding: 'a, b',
    });
    expect(lines[1][head.indexOf('cluster')]).toBe('');
  });
});

describe('fleetJson', () => {
  it('has what is shown, and which clusters could not be read', () => {
    const fleet = fleetFixture(8);
    const shown = fleet.deployments.slice(0, 2);
    const parsed = JSON.parse(fleetJson(fleet, shown));
    expect(parsed).toEqual({
      clusters: fleet.clusters,
      deployments: shown,
      truncated: false,
    });
  });
});
