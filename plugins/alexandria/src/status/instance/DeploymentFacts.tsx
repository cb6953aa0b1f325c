import type { DetailsPart } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useDeploymentDetails } from '../live/useDeploymentDetails';
import { Caution } from '../parts/Caution';
import type { DeploymentName } from '../words/deploymentKey';
import { problemOf } from '../words/problemOf';
import { Sections } from './Sections';
import { SectionsSkeleton } from './SectionsSkeleton';

/** Every fact of a Deployment, or why there is none. */
export function DeploymentFacts(props: {
  entityRef: string;
  deployment: DeploymentName;
  /** Where hints about its instance come. */
  channel: string | undefined;
  /** Parts that are open, once somebody chose. */
  open: DetailsPart[] | undefined;
  onOpen: (open: DetailsPart[]) => void;
}) {
  const { entityRef, deployment, channel, open, onOpen } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { answer, error } = useDeploymentDetails(
    entityRef,
    deployment,
    channel,
  );
  if (!answer && !error) {
    return <SectionsSkeleton />;
  }
  return (
    <>
      {error && (
        <Caution>
          <strong>
            {answer ? t('status.page.oldFacts') : t('status.page.noFacts')}
          </strong>{' '}
          {problemOf(error).reason}
        </Caution>
      )}
      {answer && <Sections details={answer} open={open} onOpen={onOpen} />}
    </>
  );
}
