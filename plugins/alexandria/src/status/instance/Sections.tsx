import type {
  DeploymentDetails,
  DetailsPart,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  RiCalendarEventLine,
  RiGitCommitLine,
  RiGlobalLine,
  RiHardDrive2Line,
  RiHistoryLine,
  RiKey2Line,
  RiSpeedUpLine,
  RiStackLine,
} from '@remixicon/react';
import { useState, type ComponentType } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { detailsParts, partsToOpen } from '../words/detailsParts';
import { AutoscalerSection } from './sections/AutoscalerSection';
import { DriftSection } from './sections/DriftSection';
import { EventsSection } from './sections/EventsSection';
import { NetworkSection } from './sections/NetworkSection';
import { PodsSection } from './sections/PodsSection';
import { RolloutSection } from './sections/RolloutSection';
import { SecretsSection } from './sections/SecretsSection';
import { StorageSection } from './sections/StorageSection';
import { UnreadableParts } from './sections/UnreadableParts';
import styles from './Sections.module.css';
import { useSummaries } from './useSummaries';

const icons: Record<DetailsPart, typeof RiStackLine> = {
  rollout: RiHistoryLine,
  pods: RiStackLine,
  autoscaler: RiSpeedUpLine,
  secrets: RiKey2Line,
  storage: RiHardDrive2Line,
  network: RiGlobalLine,
  drift: RiGitCommitLine,
  events: RiCalendarEventLine,
};

const contents: Record<
  DetailsPart,
  ComponentType<{ details: DeploymentDetails }>
> = {
  rollout: RolloutSection,
  pods: PodsSection,
  autoscaler: AutoscalerSection,
  secrets: SecretsSection,
  storage: StorageSection,
  network: NetworkSection,
  drift: DriftSection,
  events: EventsSection,
};

/** The facts of a Deployment, a part each: one line of it always, and the rest when it is opened. */
export function Sections(props: {
  details: DeploymentDetails;
  open: DetailsPart[] | undefined;
  onOpen: (open: DetailsPart[]) => void;
}) {
  const { details, open, onOpen } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  // Of the first answer: a part does not open by itself under the eyes of somebody who reads another.
  const [proposed] = useState(() => partsToOpen(details));
  const summaries = useSummaries(details);
  const shown = open ?? proposed;
  const toggle = (part: DetailsPart, isOpen: boolean) =>
    onOpen(
      detailsParts.filter(each =>
        each === part ? isOpen : shown.includes(each),
      ),
    );
  return (
    <div className={styles.sections}>
      {detailsParts.map(part => {
        const Icon = icons[part];
        const Content = contents[part];
        const isOpen = shown.includes(part);
        // What nobody had a reason to ask for is no trouble.
        const isUnreadable = details.unreadable.some(
          each => each.part === part && each.reason !== 'notRead',
        );
        return (
          <Accordion
            key={part}
            isExpanded={isOpen}
            onExpandedChange={isExpanded => toggle(part, isExpanded)}
          >
            <AccordionTrigger>
              <span className={styles.trigger}>
                <Icon aria-hidden size={18} className={styles.icon} />
                <span className={styles.name}>{t(`status.part.${part}`)}</span>
                <span className={styles.summary}>{summaries[part]}</span>
                {isUnreadable && (
                  <span className={styles.unreadable}>
                    {t('status.part.unreadable')}
                  </span>
                )}
              </span>
            </AccordionTrigger>
            <AccordionPanel>
              {isOpen && (
                <div className={styles.content}>
                  <UnreadableParts details={details} part={part} />
                  <Content details={details} />
                </div>
              )}
            </AccordionPanel>
          </Accordion>
        );
      })}
    </div>
  );
}
