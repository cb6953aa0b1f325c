import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Text,
} from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { memo, useCallback, useMemo, useState } from 'react';
import { useLatest } from '../form/useLatest';
import { alexandriaTranslationRef } from '../translations/ref';
import { CodeBlock } from './CodeBlock';
import { CopyButton } from '../parts/CopyButton';
import { download } from '../parts/download';
import type { EnvironmentPreview } from './EnvironmentPreview';
import styles from './ManifestsTab.module.css';
import tab from './tab.module.css';

/** Renders again only when what it shows changes: a keystroke changes every object, and most are collapsed. */
const ObjectItem = memo(function Item(props: {
  id: string;
  kind: string;
  name: string;
  /** Its text while it is expanded. */
  text?: string;
  onToggle: (id: string, isExpanded: boolean) => void;
}) {
  const { id, kind, name, text, onToggle } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <li>
      <Accordion
        isExpanded={text !== undefined}
        onExpandedChange={isExpanded => onToggle(id, isExpanded)}
      >
        <AccordionTrigger>
          <span className={styles.title}>
            <span className={styles.kind}>{kind}</span> {name}
          </span>
        </AccordionTrigger>
        <AccordionPanel>
          {text !== undefined && (
            <div className={tab.stack}>
              <CopyButton what={id} text={() => text} />
              <CodeBlock
                label={t('preview.code.region', { what: id })}
                text={text}
              />
            </div>
          )}
        </AccordionPanel>
      </Accordion>
    </li>
  );
});

const Toolbar = memo(function Actions(props: {
  isAllExpanded: boolean;
  onToggleAll: () => void;
  onDownload: () => void;
  text: () => string;
}) {
  const { isAllExpanded, onToggleAll, onDownload, text } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <div className={tab.toolbar}>
      <Button size="small" variant="secondary" onPress={onToggleAll}>
        {isAllExpanded
          ? t('preview.manifests.collapseAll')
          : t('preview.manifests.expandAll')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        onPress={onDownload}
      >
        {t('preview.manifests.download')}
      </Button>
      <CopyButton what={t('preview.manifests.all')} text={text}>
        {t('preview.manifests.copyAll')}
      </CopyButton>
    </div>
  );
});

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
  const latest = useLatest({ instance, environment, isAllExpanded });

  const onToggle = useCallback((id: string, isExpanded: boolean) => {
    setExpanded(before => {
      const next = new Set(before);
      if (isExpanded) {
        next.add(id);
      } else {
        next.delete(id);
      }
      return next;
    });
  }, []);

  const actions = useMemo(
    () => ({
      text: () => latest.current.environment.manifests(),
      onDownload: () => {
        const { instance: name, environment: of } = latest.current;
        download(`${name}-${of.name}.yaml`, of.manifests());
      },
      onToggleAll: () => {
        const { isAllExpanded: isAll, environment: of } = latest.current;
        setExpanded(new Set(isAll ? [] : of.objects().map(({ id }) => id)));
      },
    }),
    [latest],
  );

  return (
    <div className={tab.stack}>
      <Text as="p">
        {t('preview.manifests.summary', {
          count: objects.length,
          namespace: environment.namespace,
        })}
      </Text>
      <Toolbar isAllExpanded={isAllExpanded} {...actions} />
      <ul className={styles.list}>
        {objects.map(({ id, kind, name, yaml }) => (
          <ObjectItem
            key={id}
            id={id}
            kind={kind}
            name={name}
            text={expanded.has(id) ? yaml() : undefined}
            onToggle={onToggle}
          />
        ))}
      </ul>
    </div>
  );
}
