import type {
  DeploymentDetails,
  EventStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiAlertFill } from '@remixicon/react';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age } from '../../parts/Age';
import { FactTable } from '../../parts/FactTable';
import { eventsKnown } from '../../words/eventsKnown';
import styles from './EventsSection.module.css';
import { Omitted } from './Omitted';

const idOf = ({ object, reason, message, firstSeen }: EventStatus) =>
  [object.kind, object.name, reason, message, firstSeen].join('/');

/** What happened lately to a Deployment and all that belongs to it. */
export function EventsSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { events, omitted } = details;
  const known = eventsKnown(details);
  const note = known !== 'unreadable' && (
    <p className={styles.none}>{t(`status.events.noneText.${known}`)}</p>
  );
  if (events.length === 0) {
    return note;
  }
  return (
    <>
      {known === 'unread' && note}
      <FactTable
        label={t('status.part.events')}
        columns={[
          t('status.event.lastSeen'),
          t('status.event.reason'),
          t('status.event.object'),
          t('status.event.message'),
        ]}
        rows={events.map(event => {
          const { lastSeen, count, type, reason, object, message } = event;
          const isWarning = type === 'Warning';
          return {
            id: idOf(event),
            cells: [
              <span key="seen" className={styles.seen}>
                {lastSeen !== undefined && <Age of={lastSeen} />}
                {count > 1 && ` × ${count}`}
              </span>,
              <span key="reason" className={styles.reason} data-type={type}>
                {isWarning && (
                  <RiAlertFill role="img" aria-label={type} size={14} />
                )}
                {reason}
              </span>,
              <>
                {object.kind} {object.name}
              </>,
              message,
            ],
          };
        })}
      />
      <Omitted count={omitted.events} />
    </>
  );
}
