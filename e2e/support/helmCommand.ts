import { helm, run, type Cluster } from '@alexandriaproject/test-rig';

/** Runs Helm 4 against a cluster; it has to succeed. */
export async function helmCommand(
  { kubeconfig }: Cluster,
  args: string[],
): Promise<void> {
  const { code, stderr } = await run(await helm(4), args, {
    env: { KUBECONFIG: kubeconfig },
  });
  if (code !== 0) {
    throw new Error(`helm ${args.slice(0, 3).join(' ')}: ${stderr}`);
  }
}
