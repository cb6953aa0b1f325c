import { ApiClient, type SampleClusterName } from '@alexandriaproject/sandbox';
import type { Portal } from './portal';

/** The API of a sample cluster of a portal, as its administrator. */
export function sampleCluster(
  portal: Portal,
  cluster: SampleClusterName,
): ApiClient {
  const [, port, kubeconfig] = /on port (\d+): kubectl --kubeconfig (\S+)/.exec(
    portal.output(),
  )!;
  return ApiClient.ofKubeconfig(kubeconfig).at(
    `https://127.0.0.1:${port}/clusters/${cluster}`,
  );
}

/** Replaces what goes wrong with a sample cluster of a portal. */
export async function setSampleFaults(
  portal: Portal,
  cluster: SampleClusterName,
  faults: object[],
): Promise<void> {
  const { status } = await sampleCluster(portal, cluster).ask({
    ...{ method: 'PUT', path: '/sandbox/faults' },
    body: { faults },
  });
  expect(status).toBe(200);
}
