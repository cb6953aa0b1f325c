import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, in PEM. */
export interface KeyPair {
  cert: string;
  key: string;
}

const RSA_BITS = 2048;

/** Making a key takes longer than anything else here; what is only looked at can share one. */
export function makeKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: RSA_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
}

/**
 * A certificate that signs itself.
 *
 * @param options - `names` are host names and IP addresses, the first of which it is called by; `key` is a private key in
 *   PEM
 */
export function selfSigned(options: {
  names: readonly string[];
  notBefore: Date;
  notAfter: Date;
  key: string;
}): KeyPair {
  const { names, notBefore, notAfter, key } = options;
  const certificate = forge.pki.createCertificate();
  const publicKey = createPublicKey(key).export({
    type: 'spki',
    format: 'pem',
  });
  certificate.publicKey = forge.pki.publicKeyFromPem(String(publicKey));
  // Positive, as a first byte below 128 makes it.
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = notAfter;
  const subject = [{ name: 'commonName', value: names[0] }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    {
      name: 'keyUsage',
      ...{ digitalSignature: true, keyEncipherment: true, keyCertSign: true },
    },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: names.map(name =>
        /^[\d.]+$/.test(name)
          ? { type: 7, ip: name }
          : { type: 2, value: name },
      ),
    },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(certificate), key };
}
