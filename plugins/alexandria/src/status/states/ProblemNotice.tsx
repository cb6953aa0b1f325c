import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiLockLine,
  RiPriceTag3Line,
  RiRefreshLine,
  RiSearchEyeLine,
} from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Notice } from '../parts/Notice';
import type { Problem } from '../words/problemOf';

const icons = {
  unannotated: RiPriceTag3Line,
  signedOut: RiLockLine,
  forbidden: RiLockLine,
  notFound: RiSearchEyeLine,
  failed: RiErrorWarningLine,
};

/** Says why the portal has no answer for an instance. */
export function ProblemNotice(props: {
  problem: Problem;
  entity: Entity;
  /** Asks again; absent where that would change nothing. */
  askNow?: () => void;
}) {
  const { problem, entity, askNow } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { kind, reason } = problem;
  const { name } = entity.metadata;
  const Icon = icons[kind];
  return (
    <Notice
      icon={<Icon aria-hidden />}
      title={t(`status.problem.${kind}.title`)}
      code={
        kind === 'unannotated'
          ? {
              what: t('status.problem.unannotated.what'),
              text: `metadata:\n  annotations:\n    backstage.io/kubernetes-id: ${name}\n`,
            }
          : undefined
      }
      actions={
        kind === 'failed' &&
        askNow && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRefreshLine aria-hidden />}
            onPress={askNow}
          >
            {t('status.askAgain')}
          </Button>
        )
      }
    >
      {t(`status.problem.${kind}.text`, { reason })}
    </Notice>
  );
}
