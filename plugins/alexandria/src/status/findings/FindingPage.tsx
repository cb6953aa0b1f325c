import styles from './FindingPage.module.css';
import { readFindingPage } from './readFindingPage';
import { findingPages } from './pages.generated';

/** The page about a finding; nothing for a code that only an adopter's rule has. */
export default function FindingPage({ code }: { code: string }) {
  return (
    <div className={styles.page}>
      {readFindingPage(findingPages[code] ?? '').map((block, index) =>
        'heading' in block ? (
          <h5 key={index} className={styles.heading}>
            {block.heading}
          </h5>
        ) : (
          <p key={index} className={styles.paragraph}>
            {block.pieces.map(({ text, isCode }, at) =>
              isCode ? <code key={at}>{text}</code> : text,
            )}
          </p>
        ),
      )}
    </div>
  );
}
