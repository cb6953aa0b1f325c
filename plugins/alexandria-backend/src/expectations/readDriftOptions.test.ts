import { ConfigReader } from '@backstage/config';
import { readDriftOptions } from './readDriftOptions';

const read = (drift: object | undefined) =>
  readDriftOptions(
    new ConfigReader(JSON.parse(JSON.stringify({ alexandria: { drift } }))),
  );

describe('readDriftOptions', () => {
  it.each([
    [undefined, { enabled: false, intervalMs: 600_000 }],
    [{ enabled: true }, { enabled: true, intervalMs: 600_000 }],
    [{ interval: '5m' }, { enabled: false, intervalMs: 300_000 }],
    [{ interval: { hours: 1 } }, { enabled: false, intervalMs: 3_600_000 }],
  ])('reads %j', (drift, options) => {
    expect(read(drift)).toEqual(options);
  });

  it.each([
    [{ interval: { milliseconds: 10 } }, 'between one second and a day'],
    [{ interval: { days: 2 } }, 'between one second and a day'],
    [{ interval: 'often' }, 'interval'],
    [{ enabled: 'perhaps' }, 'enabled'],
  ])('refuses %j', (drift, message) => {
    expect(() => read(drift)).toThrow(message);
  });
});
