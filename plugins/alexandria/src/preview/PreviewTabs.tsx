import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { memo, useMemo, useState } from 'react';
import { ChangeTab } from '../change/plan/ChangeTab';
import { useChanged, type Changed } from '../change/RepositoryContext';
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
import { ShownContext, useShown } from './ShownContext';
import tab from './tab.module.css';
import { useSettled } from './useSettled';

/** How long answers rest before whole repositories are written and compared, in milliseconds. */
const REST = 150;

function ChosenEnvironment() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { shown, environment, onChoose } = useShown();
  return (
    <EnvironmentSelect
      label={t('preview.environment.label')}
      environments={shown.instance.environments}
      value={environment.name}
      onChange={onChoose}
    />
  );
}

function ManifestsPanel() {
  const { shown, environment } = useShown();
  return (
    <div className={tab.stack}>
      <ChosenEnvironment />
      <ManifestsTab instance={shown.instance.name} environment={environment} />
    </div>
  );
}

function FilesPanel() {
  return <FilesTab files={useShown().settled.files()} />;
}

function DifferencesPanel() {
  return <DifferencesTab preview={useShown().settled} />;
}

function ChecklistPanel() {
  return (
    <div className={tab.stack}>
      <ChosenEnvironment />
      <ChecklistTab checklist={useShown().environment.checklist()} />
    </div>
  );
}

function ChangePanel({ changed }: { changed: Changed }) {
  const { instance } = useShown().settled;
  return <ChangeTab {...changed} answers={instance} />;
}

function ProblemsPanel() {
  const { issues, warnings } = useShown().preview;
  return <ProblemsTab issues={issues} warnings={warnings} />;
}

/** The tabs, which stay as they are while what is in them changes with every keystroke. */
const Frame = memo(function TabFrame(props: {
  selected: string;
  onSelect: (id: string) => void;
  /** Open points of the checklist. */
  open: number;
  problems: number;
}) {
  const { selected, onSelect, open, problems } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const changed = useChanged();
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => onSelect(String(key))}
    >
      <TabList aria-label={t('preview.tabs.label')} className={styles.tabs}>
        {changed && <Tab id="change">{t('change.tab')}</Tab>}
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
      {changed && (
        <TabPanel id="change">
          <ChangePanel changed={changed} />
        </TabPanel>
      )}
      <TabPanel id="manifests">
        <ManifestsPanel />
      </TabPanel>
      <TabPanel id="files">
        <FilesPanel />
      </TabPanel>
      <TabPanel id="differences">
        <DifferencesPanel />
      </TabPanel>
      <TabPanel id="checklist">
        <ChecklistPanel />
      </TabPanel>
      <TabPanel id="problems">
        <ProblemsPanel />
      </TabPanel>
    </Tabs>
  );
});

function Shown(props: {
  preview: Preview;
  shown: CompletePreview;
  selected: string;
  onSelect: (id: string) => void;
}) {
  const { preview, shown, selected, onSelect } = props;
  const [chosen, onChoose] = useState(shown.environmentNames[0]);
  const environment = shown.environment(
    shown.environmentNames.includes(chosen)
      ? chosen
      : shown.environmentNames[0],
  );
  const settled = useSettled(shown, REST);
  const value = useMemo(
    () => ({ preview, shown, settled, environment, onChoose }),
    [preview, shown, settled, environment],
  );
  return (
    <ShownContext.Provider value={value}>
      <Frame
        selected={selected}
        onSelect={onSelect}
        open={openItems(environment.checklist())}
        problems={preview.issues.length + preview.warnings.length}
      />
    </ShownContext.Provider>
  );
}

/** All parts of the preview. Renders nothing again while the preview stays the same. */
export const PreviewTabs = memo(function Parts(props: { preview: Preview }) {
  const { preview } = props;
  const [selected, setSelected] = useState(
    useChanged() ? 'change' : 'manifests',
  );
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
