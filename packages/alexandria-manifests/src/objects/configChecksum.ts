import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { configMapData } from './configmap';
import { RenderContext } from './context';
import { nginxConfigMapData } from './nginx-configmap';
import { sortedEntries } from './sortedEntries';

/**
 * SHA-256, in hexadecimal, of the data of both ConfigMaps: each key and each text followed by a NUL byte, keys sorted.
 * On the pod it makes a change of configuration roll the pods. Secrets take no part: whoever may read pods could try
 * guesses against it.
 */
export function configChecksum(context: RenderContext): string {
  const data = { ...configMapData(context), ...nginxConfigMapData(context) };
  const text = sortedEntries(data)
    .map(([key, value]) => `${key}\0${value}\0`)
    .join('');
  return bytesToHex(sha256(utf8ToBytes(text)));
}
