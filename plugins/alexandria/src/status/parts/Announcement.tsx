import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

/**
 * Reads a text out when what it is about has become another. Not when the page opens, where it is read with everything else,
 * and not when only the words around it change, such as a count.
 */
export function Announcement(props: {
  /** What has to change; undefined until it is known. */
  of: string | undefined;
  text: string;
}) {
  const { of, text } = props;
  const before = useRef(of);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (of !== undefined && before.current !== undefined) {
      if (of !== before.current) {
        setSaid(text);
      }
    }
    before.current = of ?? before.current;
  }, [of, text]);
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  );
}
