import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useEffect, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './CopyButton.module.css';

/** How long the confirmation stays, in milliseconds. */
const SHOWN_FOR = 4000;

type Outcome = 'done' | 'refused';

const icons = { done: RiCheckLine, refused: RiErrorWarningLine };

async function copy(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'done';
  } catch {
    // Refused by the person or by policy, or there is no clipboard without TLS.
    return 'refused';
  }
}

/** Copies a text, and says whether the browser did. */
export function CopyButton(props: {
  /** What is copied, as in "Copy Deployment/alexandria". */
  what: string;
  /** The text, asked for when the button is pressed. */
  text: () => string;
  /** What a screen reader calls the button, where "Copy" and `what` do not hold what it says. */
  label?: string;
  /** What the button says, in place of "Copy". */
  children?: string;
}) {
  const { what, text, label, children } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (outcome === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  const Icon = outcome && icons[outcome];
  return (
    <span className={styles.root}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileCopyLine aria-hidden />}
        aria-label={label ?? t('copy.label', { what })}
        onPress={async () => setOutcome(await copy(text()))}
      >
        {children ?? t('copy.text')}
      </Button>
      <span role="status" className={styles.outcome} data-outcome={outcome}>
        {Icon && <Icon aria-hidden size={16} />}
        {outcome && t(`copy.${outcome}`)}
      </span>
    </span>
  );
}
