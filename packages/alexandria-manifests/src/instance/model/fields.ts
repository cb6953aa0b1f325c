import { z } from 'zod';
import { text } from '../../values/model/fields';
import * as patterns from '../../values/model/patterns';

/**
 * Text that is or carries a credential, in the part of regular expressions that every JSON Schema validator reads: a URL
 * with a password, a PEM block, or a token with a well-known prefix.
 */
const CREDENTIAL =
  '://[^/ ]*:[^/ ]*@|-----BEGIN|(^|[^A-Za-z0-9])(sk-[A-Za-z0-9_-]{16}|(xox[a-z]-|gh[opsu]_|github_pat_|glpat-|AKIA|eyJ)[A-Za-z0-9_-]{8})';

/** Refuses text that looks like a credential, in the model and in the JSON Schema alike. */
export function noCredential<T extends z.ZodType<string>>(schema: T): T {
  const pattern = new RegExp(CREDENTIAL);
  return schema
    .refine(value => !pattern.test(value), {
      error: 'looks like a credential, which does not belong in a form',
    })
    .meta({ ...schema.meta(), not: { pattern: CREDENTIAL } });
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
  text(
    'a DNS label: lower-case letters, digits and "-", beginning and ending with a letter or digit',
    patterns.dnsLabel,
    maxLength,
  );

export const objectName = () =>
  text(
    'the name of a Kubernetes object: lower-case letters, digits, "-" and "."',
    patterns.dnsSubdomain,
    253,
  );

export const optionalObjectName = () =>
  text(
    'the name of a Kubernetes object, or nothing',
    patterns.optionalDnsSubdomain,
    253,
  );

/** Entity references as the catalog writes them: `[kind:][namespace/]name`. */
const ENTITY_NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const NAMESPACE = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';

export const ownerRef = () =>
  text(
    'an entity reference of a group or user, such as group:default/payments',
    new RegExp(`^((group|user):)?(${NAMESPACE}/)?${ENTITY_NAME}$`),
    200,
  );

export const optionalSystemRef = () =>
  text(
    'an entity reference of a system, such as system:default/payments, or nothing',
    new RegExp(`^((system:)?(${NAMESPACE}/)?${ENTITY_NAME})?$`),
    200,
  );
