import { z } from 'zod';
import { text } from './fields';
import { objectName, secretKey } from './kubernetes';
import * as patterns from './patterns';

/** The longest backend name: "llm-init-" and the name make a container name of at most 63 characters. */
export const LLM_BACKEND_NAME_MAX = 54;

export const llmBackend = z.strictObject({
  name: text(
    'a DNS label: lower-case letters, digits and "-"',
    patterns.dnsLabel,
    LLM_BACKEND_NAME_MAX,
  ),
  url: text(
    'an http or https URL without user, password, query and fragment',
    patterns.httpUrlWithoutQuery,
    2048,
  ),
  kind: text('letters, digits, "-" and "_"', /^[A-Za-z0-9][A-Za-z0-9_-]*$/, 63),
  model: text(
    'the name of a model without spaces, not beginning with "-"',
    /^[A-Za-z0-9][A-Za-z0-9._:\/@+-]*$/,
    200,
  ),
  apiKeyEnvVar: text(
    'a variable name: letters, digits and "_", not beginning with a digit',
    patterns.envName,
  ).optional(),
  apiKeySecretRef: z
    .strictObject({ name: objectName, key: secretKey })
    .optional(),
});
export type LlmBackend = z.output<typeof llmBackend>;
