import { mockServices } from '@backstage/backend-test-utils';
import { startSampleClusters } from '../startSampleClusters';

/** The token that the portal of tests shows. */
export const READER_TOKEN = 'the-token-of-the-portal';

/** The sample clusters on a free port; the portal reads Secrets of north in tier 1 and of south in tier 2. */
export function startTestClusters() {
  return startSampleClusters({
    port: 0,
    token: READER_TOKEN,
    secretTiers: new Map([
      ['north', 1],
      ['south', 2],
    ]),
    logger: mockServices.logger.mock(),
  });
}
