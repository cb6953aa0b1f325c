import { z } from 'zod';

/**
 * How much a finding matters: `critical` when users are affected or soon will be, `warning` when somebody should act
 * though the instance serves, `info` when it is only good to know.
 *
 * @public
 */
export const severitySchema = z.enum(['critical', 'warning', 'info']);

/** @public */
export type Severity = z.infer<typeof severitySchema>;

/**
 * Names an object of a cluster. `namespace` is absent for what belongs to none.
 *
 * @public
 */
export const objectReferenceSchema = z.object({
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});

/** @public */
export type ObjectReference = z.infer<typeof objectReferenceSchema>;

/**
 * What a finding was read from.
 *
 * @public
 */
export const evidenceSchema = z.object({
  container: z.string().optional(),
  condition: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  exitCode: z.number().int().optional(),
});

/** @public */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One thing that is wrong, or worth knowing.
 *
 * @public
 */
export const findingSchema = z.object({
  /** Stable, and the name of its page of documentation. */
  code: z.string(),
  severity: severitySchema,
  /** What it is about. */
  object: objectReferenceSchema,
  /** One line. */
  title: z.string(),
  /** Why, with the evidence in words. */
  cause: z.string(),
  evidence: evidenceSchema,
  /**
   * What to do: commands with the names at hand, or the path of a value. A command begins with `kubectl` or `cmctl` and ends
   * with `;`, `,`, ` (`, `)` or the text.
   */
  remedy: z.string(),
  /** Page of the documentation, from the root of the repository. */
  docs: z.string(),
});

/** @public */
export type Finding = z.infer<typeof findingSchema>;
