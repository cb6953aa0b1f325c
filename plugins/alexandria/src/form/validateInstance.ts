import { formatIssue } from '@alexandriaproject/alexandria-manifests';
import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { alexandriaTranslationRef } from '../translations/ref';
import type { Draft } from './answerAt';
import { componentRef, isNameFree, isValidName } from './checks/nameInCatalog';
import { chosenRepository, withRepository } from './checks/repository';
import { issuesUpTo } from './issuesUpTo';
import { issueText, type Translate } from './issueText';
import type { SectionId } from './sections';

function translation(apiHolder: ApiHolder): Translate | undefined {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(alexandriaTranslationRef);
  return snapshot?.ready ? snapshot.t : undefined;
}

/** A check that cannot be made says nothing: the form shows that it is not known. */
async function orUnknown<T>(check: Promise<T>): Promise<T | undefined> {
  return check.catch(() => undefined);
}

async function isNameTaken(name: string, apiHolder: ApiHolder) {
  const catalogApi = apiHolder.get(catalogApiRef);
  return (
    catalogApi !== undefined &&
    (await orUnknown(isNameFree(catalogApi, name))) === false
  );
}

async function takenRepository(repoUrl: string, apiHolder: ApiHolder) {
  const answer = await orUnknown(
    Promise.resolve(
      apiHolder.get(alexandriaApiRef)?.getRepositoryAvailability({ repoUrl }),
    ),
  );
  return answer?.status === 'taken' ? answer.url : undefined;
}

/**
 * Everything that keeps somebody on a page: what is wrong up to it, a name that the catalog has, and on the last page a
 * repository that exists.
 *
 * @param formData - the whole form, for the repository that is chosen beside the answers
 * @param isChange - whether name and repository are those of an instance that is there
 * @returns a sentence for each problem; none when one may go on
 */
export async function problemsUpTo(
  section: SectionId,
  answers: Draft,
  formData: unknown,
  apiHolder: ApiHolder,
  isChange = false,
): Promise<string[]> {
  const t = translation(apiHolder);
  const repoUrl =
    section === 'delivery' && !isChange
      ? chosenRepository(formData)
      : undefined;
  const problems = issuesUpTo(section, withRepository(answers, repoUrl)).map(
    issue => (t ? issueText(issue, t) : formatIssue(issue)),
  );

  if (isChange) {
    return problems;
  }
  const { name } = answers;
  // Asked where the name is chosen, and again at the end, when somebody else may have taken it.
  const isAsked = section === 'identity' || section === 'delivery';
  if (isAsked && isValidName(name) && (await isNameTaken(name, apiHolder))) {
    const ref = componentRef(name);
    problems.push(t ? t('form.name.taken', { ref }) : `${ref} exists already`);
  }

  const url = repoUrl && (await takenRepository(repoUrl, apiHolder));
  if (url) {
    problems.push(
      t ? t('form.repository.taken', { url }) : `${url} exists already`,
    );
  }
  return problems;
}
