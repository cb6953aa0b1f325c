import { useSidebarOpenState } from '@backstage/core-components';
import { Link } from 'react-router-dom';
import { Lighthouse } from './Lighthouse';
import styles from './SidebarLogo.module.css';

/** Leads home; the name is shown while the sidebar is open. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" className={styles.link} aria-label="Alexandria, home">
      <Lighthouse className={styles.mark} />
      {isOpen && <span className={styles.name}>Alexandria</span>}
    </Link>
  );
};
