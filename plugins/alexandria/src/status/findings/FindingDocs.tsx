import type { Finding } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { fillTemplate } from '../links/fillTemplate';
import { Bone } from '../parts/Bone';
import styles from './FindingDocs.module.css';

// All pages together are some ten times what a card needs: whoever opens one fetches them.
const FindingPage = lazy(() => import('./FindingPage'));

/** Where the page about a finding is outside of the screen: its own URL, or where the configuration says. */
function useDocsUrl({ docs, code }: Finding): string | undefined {
  const template = useApi(configApiRef).getOptionalString(
    'alexandria.findings.docsUrl',
  );
  if (/^https?:\/\//.test(docs)) {
    return docs;
  }
  return template && fillTemplate(template, { code });
}

/** The page about a finding: to open where the portal says where it is, and otherwise here. */
export function FindingDocs({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const href = useDocsUrl(finding);
  const title = t('status.finding.docs', { code: finding.code });
  return href ? (
    <Link href={href}>{title}</Link>
  ) : (
    <details
      className={styles.docs}
      onToggle={event => setIsOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && (
        <Suspense fallback={<Bone height={160} />}>
          <FindingPage code={finding.code} />
        </Suspense>
      )}
    </details>
  );
}
