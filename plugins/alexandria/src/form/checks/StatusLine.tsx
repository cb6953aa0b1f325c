import { Text } from '@backstage/ui';

/** How a check of something outside the form stands. */
export type Standing = 'pending' | 'good' | 'bad' | 'unknown';

const colors = {
  pending: 'secondary',
  good: 'success',
  bad: 'danger',
  unknown: 'warning',
} as const;

/** One line that says how a check stands, read out when it changes. */
export function StatusLine(props: {
  standing: Standing;
  text: string | undefined;
}) {
  const { standing, text } = props;
  return (
    <div
      role="status"
      data-standing={text === undefined ? undefined : standing}
    >
      {text !== undefined && (
        <Text as="p" variant="body-small" color={colors[standing]}>
          {text}
        </Text>
      )}
    </div>
  );
}
