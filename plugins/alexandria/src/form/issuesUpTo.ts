import {
  parseInstance,
  type Issue,
} from '@alexandriaproject/alexandria-manifests';
import type { Draft } from './answerAt';
import { isUpTo, sectionOf, type SectionId } from './sections';

/** What is wrong with the answers of the pages up to and including one. */
export function issuesUpTo(section: SectionId, answers: Draft): Issue[] {
  const parsed = parseInstance(answers);
  return parsed.ok
    ? []
    : parsed.issues.filter(({ path }) => isUpTo(sectionOf(path), section));
}
