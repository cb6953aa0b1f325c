import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { headlineOf, type Headline } from '../words/headline';
import { placeOf } from '../words/placeOf';

/** The headline of an instance with its words; undefined without Deployments. */
export function useHeadline(
  status: InstanceStatus | undefined,
): (Headline & { what: string; where: string }) | undefined {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const headline = status && headlineOf(status);
  if (!headline) {
    return undefined;
  }
  const { serving, of, total } = headline;
  const what = t(`status.serving.${serving}`);
  if (of.length === 1) {
    const where = t('status.headline.inPlace', placeOf(of[0], status));
    return { ...headline, what, where };
  }
  const where =
    of.length === total
      ? t('status.headline.inAll', { total: String(total) })
      : t('status.headline.inSome', {
          some: String(of.length),
          total: String(total),
        });
  return { ...headline, what, where };
}
