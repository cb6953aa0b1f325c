import type { PlannedFile } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { useState } from 'react';
import { DiffView } from '../../preview/DiffView';
import { difference } from '../../preview/differences';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './plan.module.css';

function FileChange(props: { file: PlannedFile; before: string | undefined }) {
  const { file, before } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [isExpanded, setExpanded] = useState(false);
  const names: [string, string] = [
    t('change.files.before'),
    t('change.files.after'),
  ];
  // A whole chart may change: what nobody looks at is not compared.
  const found = isExpanded
    ? difference(file.path, names, before, file.content)
    : undefined;
  return (
    <li>
      <Accordion isExpanded={isExpanded} onExpandedChange={setExpanded}>
        <AccordionTrigger>
          <span className={styles.file}>
            <code className={styles.code}>{file.path}</code>
            <span>
              {t(`change.files.${file.action}`)}
              {file.origin === 'merged' && `, ${t('change.files.merged')}`}
            </span>
          </span>
        </AccordionTrigger>
        <AccordionPanel>
          {found && (
            <DiffView difference={found} before={names[0]} after={names[1]} />
          )}
        </AccordionPanel>
      </Accordion>
    </li>
  );
}

/** Every file that a change touches, with its difference to the repository as it is. */
export function PlannedFiles(props: {
  files: readonly PlannedFile[];
  before: ReadonlyMap<string, string>;
}) {
  const { files, before } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return files.length === 0 ? null : (
    <ul className={styles.files} aria-label={t('preview.tabs.files')}>
      {files.map(file => (
        <FileChange
          key={file.path}
          file={file}
          before={before.get(file.path)}
        />
      ))}
    </ul>
  );
}
