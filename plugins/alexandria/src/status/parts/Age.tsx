import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useNow } from '../live/useNow';
import { ageOf } from '../words/age';

function useAge(moment: string): string {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { unit, count } = ageOf(Math.abs(useNow() - Date.parse(moment)));
  return t(`status.age.${unit}`, { n: String(count) });
}

function Time(props: { of: string; children: string }) {
  const { of, children } = props;
  return (
    <time dateTime={of} title={new Date(of).toLocaleString()}>
      {children}
    </time>
  );
}

/**
 * How long it is to a moment or from it, such as "12 min"; the moment is told when it is pointed at.
 *
 * @param props - `of` is in RFC 3339
 */
export function Age({ of }: { of: string }) {
  const age = useAge(of);
  return <Time of={of}>{age}</Time>;
}

/** How long ago a moment is, such as "12 min ago". */
export function Ago({ of }: { of: string }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const age = useAge(of);
  return <Time of={of}>{t('status.age.ago', { age })}</Time>;
}
