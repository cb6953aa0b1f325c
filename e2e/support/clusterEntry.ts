import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { ControlPlane } from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import path from 'path';
import { parse } from 'yaml';

const RBAC = path.join(__dirname, '../../plugins/alexandria-backend/rbac');

/** A cluster in the portal's `kubernetes` configuration. */
export interface ClusterEntry {
  name: string;
  url: string;
  /** Absent without TLS. */
  caData?: string;
  authProvider: string;
  serviceAccountToken: string;
}

/** Runs kubectl, which has to succeed. @returns its standard output */
export async function must(
  plane: ControlPlane,
  args: string[],
  input?: string,
): Promise<string> {
  const { code, stdout, stderr } = await plane.kubectl(args, { input });
  if (code !== 0) {
    throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
  }
  return stdout;
}

/** What the manifests call the portal's identity. */
const READER = 'alexandria-reader';

/** The namespace that they put it in. */
export const IDENTITY_NAMESPACE = 'backstage';

/** A new token of an identity, good for longer than any suite takes. */
export async function tokenOf(
  plane: ControlPlane,
  identity: string,
): Promise<string> {
  const token = await must(plane, [
    ...['create', 'token', identity, `--namespace=${IDENTITY_NAMESPACE}`],
    '--duration=24h',
  ]);
  return token.trim();
}

/**
 * Gives the portal the identity that the manifests of a tier are for, and says what its configuration needs.
 *
 * @param options - `identity` is what it is called here, `alexandria-reader` when omitted
 */
export async function clusterEntry(
  plane: ControlPlane,
  name: string,
  options: { tier?: SecretTier; identity?: string } = {},
): Promise<ClusterEntry> {
  const { tier = 0, identity = READER } = options;
  for (const each of new Set([0, tier])) {
    const manifest = path.join(RBAC, `tier-${each}.yaml`);
    const text = await fs.readFile(manifest, 'utf8');
    await must(plane, ['apply', '-f', '-'], text.replaceAll(READER, identity));
  }
  const [{ cluster }] = parse(
    await fs.readFile(plane.kubeconfig, 'utf8'),
  ).clusters;
  return {
    name,
    url: plane.url,
    caData: cluster['certificate-authority-data'],
    authProvider: 'serviceAccount',
    serviceAccountToken: await tokenOf(plane, identity),
  };
}
