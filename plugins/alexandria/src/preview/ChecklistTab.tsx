import type { ChecklistItem } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiHand,
  RiSubtractLine,
} from '@remixicon/react';
import { memo } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './ChecklistTab.module.css';
import tab from './tab.module.css';

const severities = ['must', 'should', 'manual'] as const;

const icons = {
  satisfied: RiCheckLine,
  open: RiErrorWarningLine,
  notApplicable: RiSubtractLine,
  byHand: RiHand,
};

/** Points that keep the instance from being ready for production, as far as a machine can tell. */
export function openItems(checklist: readonly ChecklistItem[]): number {
  return checklist.filter(({ state }) => state === 'open').length;
}

/** Points are evaluated anew with every keystroke, and seldom say anything new. */
const Item = memo(
  function Point({ item }: { item: ChecklistItem }) {
    const { t } = useTranslationRef(alexandriaTranslationRef);
    const Icon = icons[item.state];
    return (
      <li className={styles.item}>
        <span className={styles.state} data-state={item.state}>
          <Icon aria-hidden size={16} />
          {t(`preview.checklist.state.${item.state}`)}
        </span>
        <Text as="h4" weight="bold" className={styles.title}>
          {item.title}
        </Text>
        <dl className={styles.details}>
          <dt>{t('preview.checklist.why')}</dt>
          <dd>{item.why}</dd>
          <dt>{t('preview.checklist.fix')}</dt>
          <dd>{item.fix}</dd>
          {item.paths.length > 0 && (
            <>
              <dt>{t('preview.checklist.values')}</dt>
              <dd>
                {item.paths.map(path => (
                  <code key={path} className={styles.path}>
                    {path}
                  </code>
                ))}
              </dd>
            </>
          )}
        </dl>
      </li>
    );
  },
  (before, after) => JSON.stringify(before) === JSON.stringify(after),
);

function Group(props: {
  severity: ChecklistItem['severity'];
  items: ChecklistItem[];
}) {
  const { severity, items } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const applying = items.filter(({ state }) => state !== 'notApplicable');
  return (
    <section className={tab.stack}>
      <div>
        <Text as="h3" variant="title-x-small">
          {t(`preview.checklist.${severity}`)}
        </Text>
        <Text as="p">
          {severity === 'manual'
            ? t('preview.checklist.countByHand', {
                total: String(items.length),
              })
            : t('preview.checklist.count', {
                satisfied: String(
                  applying.filter(({ state }) => state === 'satisfied').length,
                ),
                total: String(applying.length),
              })}
        </Text>
      </div>
      <ul className={styles.list}>
        {items.map(item => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** The production checklist of one environment. */
export function ChecklistTab({ checklist }: { checklist: ChecklistItem[] }) {
  return (
    <div className={tab.stack}>
      {severities.map(severity => (
        <Group
          key={severity}
          severity={severity}
          items={checklist.filter(item => item.severity === severity)}
        />
      ))}
    </div>
  );
}
