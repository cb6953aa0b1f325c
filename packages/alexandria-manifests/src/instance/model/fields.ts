import { z } from 'zod';
import { text } from '../../values/model/fields';
import * as patterns from '../../values/model/patterns';

/** A URL with a password, a PEM block, or a token with a well-known prefix, in what every JSON Schema validator reads. No two stars in a row
 * take the same character, or a long text would cost its square. */
const CREDENTIAL =
  '://[^/ :]*:[^/ ]*@|-----BEGIN|(^|[^A-Za-z0-9])(sk-[A-Za-z0-9_-]{16}|(xox[a-z]-|gh[opsu]_|github_pat_|glpat-|AKIA|eyJ)[A-Za-z0-9_-]{8})';

/** Forty characters of base64 or hexadecimal in a row: 30 bytes of randomness. A URL or a commit may have as many. */
const RANDOM = '[A-Za-z0-9+/]{40}';

function refusing<T extends z.ZodType<string>>(schema: T, pattern: string): T {
  const found = new RegExp(pattern);
  return schema
    .refine(value => !found.test(value), {
      error: 'looks like a credential, which does not belong in a form',
    })
    .meta({ ...schema.meta(), not: { pattern } });
}

/** Refuses text that looks like a credential or carries one, in the model and in the JSON Schema alike. */
export function noCredential<T extends z.ZodType<string>>(schema: T): T {
  return refusing(schema, CREDENTIAL);
}

/** Refuses what noCredential refuses, and what looks random: for text that is no URL and no commit. */
export function noSecret<T extends z.ZodType<string>>(schema: T): T {
  return refusing(schema, `${CREDENTIAL}|${RANDOM}`);
}

/** A field of the form: what the label says, what the help text says. */
export function described<T extends z.ZodType>(
  schema: T,
  title: string,
  description: string,
): T {
  return schema.meta({ ...schema.meta(), title, description });
}

export const dnsLabel = (maxLength: number) =>
  noSecret(
    text(
      'a DNS label: lower-case letters, digits and "-", beginning and ending with a letter or digit',
      patterns.dnsLabel,
      maxLength,
    ),
  );

export const objectName = (maxLength = 253) =>
  noSecret(
    text(
      'the name of a Kubernetes object: lower-case letters, digits, "-" and "."',
      patterns.dnsSubdomain,
      maxLength,
    ),
  );

export const optionalObjectName = () =>
  noSecret(
    text(
      'the name of a Kubernetes object, or nothing',
      patterns.optionalDnsSubdomain,
      253,
    ),
  );

/** Entity references as the catalog writes them: `[kind:][namespace/]name`. */
const ENTITY_NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const NAMESPACE = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';

export const ownerRef = () =>
  noSecret(
    text(
      'an entity reference of a group or user, such as group:default/payments',
      new RegExp(`^((group|user):)?(${NAMESPACE}/)?${ENTITY_NAME}$`),
      200,
    ),
  );

export const optionalSystemRef = () =>
  noSecret(
    text(
      'an entity reference of a system, such as system:default/payments, or nothing',
      new RegExp(`^((system:)?(${NAMESPACE}/)?${ENTITY_NAME})?$`),
      200,
    ),
  );
