import { run } from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import path from 'path';
import type { Deployed, KubernetesObject } from './Deployed';

/** Writes the certificate of a host and its key as `<name>.crt` and `<name>.key`. */
export async function writeCertificate(
  folder: string,
  name: string,
  host: string,
): Promise<{ certificate: string; key: string }> {
  const [certificate, key] = ['crt', 'key'].map(ending =>
    path.join(folder, `${name}.${ending}`),
  );
  const { code, stderr } = await run('openssl', [
    ...['req', '-x509', '-nodes', '-days', '1', '-newkey', 'ec'],
    ...['-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-subj', `/CN=${host}`, '-keyout', key, '-out', certificate],
  ]);
  if (code !== 0) {
    throw new Error(stderr);
  }
  return { certificate, key };
}

/** What the External Secrets Operator does with a store that has every key: one Secret per ExternalSecret. */
export async function fetchExternalSecrets(deployed: Deployed): Promise<void> {
  const wanted = await deployed.list<
    KubernetesObject<{
      target: { name: string };
      data: Array<{ secretKey: string; remoteRef: { key: string } }>;
    }>
  >('externalsecrets');
  for (const { spec } of wanted) {
    await deployed.kubectl([
      ...['create', 'secret', 'generic', spec.target.name],
      ...spec.data.map(
        ({ secretKey, remoteRef }) =>
          `--from-literal=${secretKey}=value of ${remoteRef.key}`,
      ),
    ]);
  }
}

/** What cert-manager does with an issuer that is ready: one TLS Secret per Certificate. */
export async function issueCertificates(
  deployed: Deployed,
  scratch: string,
): Promise<void> {
  const wanted = await deployed.list<
    KubernetesObject<{ secretName: string; commonName: string }>
  >('certificates');
  const folder = await fs.mkdtemp(path.join(scratch, 'issued-'));
  for (const { spec } of wanted) {
    const { secretName, commonName } = spec;
    const issued = await writeCertificate(folder, secretName, commonName);
    await deployed.kubectl([
      ...['create', 'secret', 'tls', secretName],
      `--cert=${issued.certificate}`,
      `--key=${issued.key}`,
    ]);
  }
}

/** The manifest of a Secret with a key pair made for it. */
export async function keyPairSecret(
  deployed: Deployed,
  name: string,
  scratch: string,
): Promise<string> {
  const folder = await fs.mkdtemp(path.join(scratch, 'pair-'));
  const pair = await writeCertificate(folder, name, name);
  return deployed.kubectl([
    ...['create', 'secret', 'tls', name, '--dry-run=client', '--output=yaml'],
    `--cert=${pair.certificate}`,
    `--key=${pair.key}`,
  ]);
}
