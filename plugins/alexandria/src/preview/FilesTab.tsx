import type { GeneratedFile } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { CodeBlock } from './CodeBlock';
import { CopyButton } from '../parts/CopyButton';
import styles from './FilesTab.module.css';
import { fileTree, parentsOf } from './fileTree';
import { FileTreeView } from './FileTreeView';
import tab from './tab.module.css';

/** What people read first. */
const FIRST = 'README.md';

/** The tree of the repository, and the file that is chosen in it. */
export function FilesTab({ files }: { files: GeneratedFile[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [chosen, setChosen] = useState(FIRST);
  // The text changes with every answer, the tree seldom.
  const paths = files.map(({ path }) => path).join('\n');
  const nodes = useMemo(
    () => fileTree(paths.split('\n').map(path => ({ path }))),
    [paths],
  );
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(
    () => new Set(nodes.filter(node => node.children).map(node => node.path)),
  );
  const file =
    files.find(({ path }) => path === chosen) ??
    files.find(({ path }) => path === FIRST) ??
    files[0];

  const onSelect = useMemo(() => {
    const isFile = new Set(paths.split('\n'));
    return (path: string) => {
      if (isFile.has(path)) {
        setChosen(path);
        setExpanded(open => new Set([...open, ...parentsOf(path)]));
        return;
      }
      setExpanded(open => {
        const next = new Set(open);
        if (!next.delete(path)) {
          next.add(path);
        }
        return next;
      });
    };
  }, [paths]);

  return (
    <div className={tab.stack}>
      <Text as="p">{t('preview.files.count', { count: files.length })}</Text>
      <div className={styles.columns}>
        <FileTreeView
          label={t('preview.files.tree')}
          nodes={nodes}
          selected={file.path}
          onSelect={onSelect}
          expanded={expanded}
          onExpandedChange={setExpanded}
        />
        <div className={tab.stack}>
          <div className={styles.title}>
            <Text as="h3" weight="bold" className={styles.path}>
              {file.path}
            </Text>
            <CopyButton
              key={file.path}
              what={file.path}
              text={() => file.content}
            />
          </div>
          <CodeBlock
            label={t('preview.code.region', { what: file.path })}
            text={file.content}
          />
        </div>
      </div>
    </div>
  );
}
