import { KubernetesObject } from '../../objects';
import { Values } from '../../values/valuesSchema';

/** A rule that what is rendered keeps. */
export interface Policy {
  name: string;
  /** What it asks for. */
  what: string;
  why: string;
  /** Where the reason is written down. */
  source: string;
  /** Values that may go against it, because the model lets a team decide. */
  unless?: { values: (values: Values) => boolean; because: string };
  /**
   * What goes against it in the objects of one release, by object; nothing when it is kept.
   *
   * @param values - that they were rendered from, for what a team names as being there already
   */
  check(objects: readonly KubernetesObject[], values: Values): string[];
}
