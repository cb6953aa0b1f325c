import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oracleEnvironment } from './oracle.mjs';

describe('oracleEnvironment', () => {
  it('is what the arguments say', () => {
    assert.deepEqual(oracleEnvironment([]), {});
    assert.deepEqual(
      oracleEnvironment(['--runs', '50000', '--seed=3', '--path=1:2']),
      {
        ALEXANDRIA_ORACLE_RUNS: '50000',
        ALEXANDRIA_ORACLE_SEED: '3',
        ALEXANDRIA_ORACLE_PATH: '1:2',
      },
    );
  });

  for (const args of [['50000'], ['--run=1'], ['--runs']]) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(() => oracleEnvironment(args), /test:oracle takes --runs=/);
    });
  }
});
