import { randomBytes } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { openDatabase } from '../openDatabase';

const BYTES = 32;

/** There is one key, and so one row. */
const ID = 1;

/**
 * The key that the names of channels are made with: random, made by whichever process of the portal is the first to ask,
 * and the same for all of them from then on.
 */
export async function readHintKey(database: DatabaseService): Promise<Buffer> {
  const client = await openDatabase(database);
  await client('hint_key')
    .insert({ id: ID, key: randomBytes(BYTES).toString('base64') })
    .onConflict('id')
    .ignore();
  const { key } = await client('hint_key').where({ id: ID }).first();
  return Buffer.from(key, 'base64');
}
