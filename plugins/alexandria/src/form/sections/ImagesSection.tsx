import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { useState, useSyncExternalStore } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { TextAnswer } from '../answers/TextAnswer';
import { answerAt } from '../answerAt';
import { useForm } from '../AnswersContext';
import { Columns } from '../Columns';
import { EachEnvironment } from '../EachEnvironment';
import { useFieldText } from '../useFieldText';

const images = ['api', 'orchestrator', 'dashboard'] as const;

function Digests(props: { path: string }) {
  const { path } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { store } = useForm();
  const { help } = useFieldText(path);
  const [isOpen, setOpen] = useState(() =>
    images.some(image => Boolean(answerAt(store.draft, `${path}.${image}`))),
  );
  const hasProblem = useSyncExternalStore(store.subscribe, () =>
    store.hasProblemBelow(path),
  );
  return (
    <Accordion isExpanded={isOpen || hasProblem} onExpandedChange={setOpen}>
      <AccordionTrigger title={t('form.digests.title')} subtitle={help} />
      <AccordionPanel>
        <Columns>
          {images.map(image => (
            <TextAnswer
              key={image}
              path={`${path}.${image}`}
              placeholder="sha256:…"
            />
          ))}
        </Columns>
      </AccordionPanel>
    </Accordion>
  );
}

/** Where the images come from, and which of them each environment runs. */
export function ImagesSection() {
  return (
    <>
      <Columns>
        <TextAnswer
          path="images.registry"
          placeholder="ghcr.io/alexandriaproject"
        />
        <TextAnswer path="images.pullSecret" />
      </Columns>
      <EachEnvironment>
        {path => (
          <>
            <TextAnswer path={`${path}.imageTag`} />
            <Digests path={`${path}.imageDigests`} />
          </>
        )}
      </EachEnvironment>
    </>
  );
}
