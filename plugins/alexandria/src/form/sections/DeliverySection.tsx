import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useForm } from '../AnswersContext';
import { ChoiceAnswer } from '../answers/ChoiceAnswer';
import { RepositoryStatus } from '../checks/RepositoryStatus';
import { Group } from '../Group';
import type { SectionProps } from './SectionProps';

const manifests = ['both', 'helm', 'kustomize'] as const;
const gitops = ['none', 'argocd', 'flux'] as const;
const ci = ['auto', 'github', 'gitlab', 'gitea', 'none'] as const;

/** How the instance gets to its clusters, and where its repository will be. */
export function DeliverySection(props: SectionProps) {
  const { isChange } = useForm();
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <>
      <ChoiceAnswer
        path="delivery.manifests"
        choices="manifests"
        values={manifests}
        fallback="both"
      />
      <ChoiceAnswer
        path="delivery.gitops"
        choices="gitops"
        values={gitops}
        fallback="none"
      />
      <ChoiceAnswer
        path="delivery.ci"
        choices="ci"
        values={ci}
        fallback="auto"
      />
      <Group title={t('form.repository.title')}>
        {isChange ? (
          <Text as="p">{t('change.repository.same')}</Text>
        ) : (
          <RepositoryStatus repoUrl={props.repoUrl} />
        )}
      </Group>
    </>
  );
}
