import type {
  DeploymentDetails,
  DetailsPart,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Ago } from '../../parts/Age';
import { Caution } from '../../parts/Caution';

/** What of a part could not be read, and why: what is empty in it may not be so. What nobody asked for its own section says. */
export function UnreadableParts(props: {
  details: DeploymentDetails;
  part: DetailsPart;
}) {
  const { details, part } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const unreadable = details.unreadable.filter(
    each => each.part === part && each.reason !== 'notRead',
  );
  return unreadable.length === 0 ? null : (
    <Caution>
      <ul>
        {unreadable.map(({ kind, reason, message, syncedAt }) => (
          <li key={kind}>
            <strong>{t(`status.unreadable.${reason}`, { kind })}</strong>
            {syncedAt !== undefined && (
              <>
                {' ('}
                {t('status.seen.stale')} <Ago of={syncedAt} />)
              </>
            )}
            {message !== '' && <>: {message}</>}
          </li>
        ))}
      </ul>
    </Caution>
  );
}
