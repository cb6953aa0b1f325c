import type { Rule } from '../Rule';
import { certificateExpired } from './certificateExpired';
import { certificateExpiring } from './certificateExpiring';
import { certificateNotIssued } from './certificateNotIssued';
import { externalSecretFailed } from './externalSecretFailed';
import { externalSecretStale } from './externalSecretStale';
import { sealedSecretFailed } from './sealedSecretFailed';
import { secretKeyEmpty } from './secretKeyEmpty';
import { secretKeyMissing } from './secretKeyMissing';
import { secretMissing } from './secretMissing';
import { secretRotatedNotRolled } from './secretRotatedNotRolled';

export const secretRules: readonly Rule[] = [
  secretMissing,
  secretKeyMissing,
  secretKeyEmpty,
  secretRotatedNotRolled,
  externalSecretFailed,
  externalSecretStale,
  sealedSecretFailed,
  certificateNotIssued,
  certificateExpiring,
  certificateExpired,
];
