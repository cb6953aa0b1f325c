import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Text,
} from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { CodeBlock } from './CodeBlock';
import { CopyButton } from './CopyButton';
import { download } from './download';
import type { EnvironmentPreview, ObjectPreview } from './EnvironmentPreview';
import styles from './ManifestsTab.module.css';
import tab from './tab.module.css';

function ObjectItem(props: {
  object: ObjectPreview;
  isExpanded: boolean;
  onExpandedChange: (isExpanded: boolean) => void;
}) {
  const { object, isExpanded, onExpandedChange } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <li className={styles.item}>
      <Accordion isExpanded={isExpanded} onExpandedChange={onExpandedChange}>
        <AccordionTrigger title={object.kind} subtitle={object.name} />
        <AccordionPanel>
          {isExpanded && (
            <CodeBlock
              label={t('preview.code.region', { what: object.id })}
              text={object.yaml()}
            />
          )}
        </AccordionPanel>
      </Accordion>
      <CopyButton what={object.id} text={object.yaml} />
    </li>
  );
}

/** The objects of one environment. Only those that are expanded are written out. */
export function ManifestsTab(props: {
  /** Name of the instance. */
  instance: string;
  environment: EnvironmentPreview;
}) {
  const { instance, environment } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const objects = environment.objects();
  const isAllExpanded = objects.every(({ id }) => expanded.has(id));

  const expand = (id: string, isExpanded: boolean) => {
    const next = new Set(expanded);
    if (isExpanded) {
      next.add(id);
    } else {
      next.delete(id);
    }
    setExpanded(next);
  };

  return (
    <div className={tab.stack}>
      <Text as="p" color="secondary">
        {t('preview.manifests.summary', {
          count: objects.length,
          namespace: environment.namespace,
        })}
      </Text>
      <div className={tab.toolbar}>
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            setExpanded(
              new Set(isAllExpanded ? [] : objects.map(({ id }) => id)),
            )
          }
        >
          {isAllExpanded
            ? t('preview.manifests.collapseAll')
            : t('preview.manifests.expandAll')}
        </Button>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine aria-hidden />}
          onPress={() =>
            download(
              `${instance}-${environment.name}.yaml`,
              environment.manifests(),
            )
          }
        >
          {t('preview.manifests.download')}
        </Button>
        <CopyButton
          what={t('preview.manifests.all')}
          text={environment.manifests}
        >
          {t('preview.manifests.copyAll')}
        </CopyButton>
      </div>
      <ul className={styles.list}>
        {objects.map(object => (
          <ObjectItem
            key={object.id}
            object={object}
            isExpanded={expanded.has(object.id)}
            onExpandedChange={isExpanded => expand(object.id, isExpanded)}
          />
        ))}
      </ul>
    </div>
  );
}
