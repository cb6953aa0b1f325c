import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useMemo } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { answerAt } from './answerAt';
import { useAnswers, useForm } from './AnswersContext';
import { Group } from './Group';
import { redirectUrisOf, type RedirectUri } from './redirectUrisOf';
import styles from './RedirectUris.module.css';

/** The redirect URIs of an OIDC provider, to copy. */
export function RedirectUris(props: { path: string }) {
  const { path } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { announce } = useForm();
  const shown = useAnswers(draft =>
    JSON.stringify(redirectUrisOf(draft, answerAt(draft, `${path}.name`))),
  );
  const uris = useMemo(() => JSON.parse(shown) as RedirectUri[], [shown]);

  const copy = async ({ environment, uri }: RedirectUri) => {
    try {
      await window.navigator.clipboard.writeText(uri);
      announce(t('form.redirect.copied', { environment }));
    } catch {
      announce(t('form.redirect.notCopied'));
    }
  };

  return (
    <Group
      isPlain
      title={t('form.redirect.title')}
      help={t(uris.length === 0 ? 'form.redirect.later' : 'form.redirect.help')}
    >
      {uris.length > 0 && (
        <dl className={styles.list}>
          {uris.map(each => (
            <div key={each.environment} className={styles.item}>
              <dt>
                <Text variant="body-small" weight="bold">
                  {each.environment}
                </Text>
              </dt>
              <dd className={styles.uri}>
                <code>{each.uri}</code>
                <ButtonIcon
                  size="small"
                  variant="tertiary"
                  icon={<RiFileCopyLine aria-hidden />}
                  aria-label={t('form.redirect.copy', {
                    environment: each.environment,
                  })}
                  onPress={() => copy(each)}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Group>
  );
}
