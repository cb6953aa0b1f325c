import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { memo, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { ChecklistTab, openItems } from './ChecklistTab';
import type { CompletePreview, Preview } from './computePreview';
import { DifferencesTab } from './DifferencesTab';
import { EnvironmentSelect } from './EnvironmentSelect';
import { FilesTab } from './FilesTab';
import { ManifestsTab } from './ManifestsTab';
import { PreviewNotice } from './PreviewNotice';
import { ProblemsTab } from './ProblemsTab';
import styles from './PreviewTabs.module.css';
import tab from './tab.module.css';
import { useSettled } from './useSettled';

/** How long answers rest before whole repositories are written and compared, in milliseconds. */
const REST = 150;

function Shown(props: {
  preview: Preview;
  shown: CompletePreview;
  selected: string;
  onSelect: (id: string) => void;
}) {
  const { preview, shown, selected, onSelect } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [chosen, setChosen] = useState(shown.environmentNames[0]);
  const environment = shown.environment(
    shown.environmentNames.includes(chosen)
      ? chosen
      : shown.environmentNames[0],
  );
  const settled = useSettled(shown, REST);
  const open = openItems(environment.checklist());
  const problems = preview.issues.length + preview.warnings.length;
  const environmentSelect = (
    <EnvironmentSelect
      label={t('preview.environment.label')}
      preview={shown}
      value={environment.name}
      onChange={setChosen}
    />
  );
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => onSelect(String(key))}
    >
      <TabList aria-label={t('preview.tabs.label')} className={styles.tabs}>
        <Tab id="manifests">{t('preview.tabs.manifests')}</Tab>
        <Tab id="files">{t('preview.tabs.files')}</Tab>
        <Tab id="differences">{t('preview.tabs.differences')}</Tab>
        <Tab id="checklist">
          {open === 0
            ? t('preview.tabs.checklist')
            : t('preview.tabs.checklistOpen', { open: String(open) })}
        </Tab>
        <Tab id="problems">
          {problems === 0
            ? t('preview.tabs.problems')
            : t('preview.tabs.problemsCount', { total: String(problems) })}
        </Tab>
      </TabList>
      <TabPanel id="manifests">
        <div className={tab.stack}>
          {environmentSelect}
          <ManifestsTab
            instance={shown.instance.name}
            environment={environment}
          />
        </div>
      </TabPanel>
      <TabPanel id="files">
        {selected === 'files' && <FilesTab files={settled.files()} />}
      </TabPanel>
      <TabPanel id="differences">
        <DifferencesTab preview={settled} />
      </TabPanel>
      <TabPanel id="checklist">
        <div className={tab.stack}>
          {environmentSelect}
          <ChecklistTab checklist={environment.checklist()} />
        </div>
      </TabPanel>
      <TabPanel id="problems">
        <ProblemsTab issues={preview.issues} warnings={preview.warnings} />
      </TabPanel>
    </Tabs>
  );
}

/** All parts of the preview. Renders nothing again while the preview stays the same. */
export const PreviewTabs = memo(function Parts(props: { preview: Preview }) {
  const { preview } = props;
  const [selected, setSelected] = useState('manifests');
  return (
    <>
      <PreviewNotice
        preview={preview}
        onShowProblems={() => setSelected('problems')}
      />
      {preview.shown && (
        <Shown
          preview={preview}
          shown={preview.shown}
          selected={selected}
          onSelect={setSelected}
        />
      )}
    </>
  );
});
