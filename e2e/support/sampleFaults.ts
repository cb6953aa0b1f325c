import { ApiClient, type SampleClusterName } from '@alexandriaproject/sandbox';
import type { Portal } from './portal';

/** Replaces what goes wrong with a sample cluster of a portal. */
export async function setSampleFaults(
  portal: Portal,
  cluster: SampleClusterName,
  faults: object[],
): Promise<void> {
  const [, port, kubeconfig] = /on port (\d+): kubectl --kubeconfig (\S+)/.exec(
    portal.output(),
  )!;
  const { status } = await ApiClient.ofKubeconfig(kubeconfig)
    .at(`https://127.0.0.1:${port}/clusters/${cluster}`)
    .ask({ method: 'PUT', path: '/sandbox/faults', body: { faults } });
  expect(status).toBe(200);
}
