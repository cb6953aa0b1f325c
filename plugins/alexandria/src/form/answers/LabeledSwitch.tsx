import { Flex, Switch, Text } from '@backstage/ui';
import { useId } from 'react';

/** A switch with its help text and its problem, which assistive technology reads with it. */
export function LabeledSwitch(props: {
  path: string;
  label: string;
  help: string;
  problem: string | undefined;
  isDisabled: boolean;
  isSelected: boolean;
  onChange(selected: boolean): void;
}) {
  const { path, label, help, problem, ...rest } = props;
  const helpId = useId();
  return (
    <Flex
      direction="column"
      gap="1"
      data-invalid={problem === undefined ? undefined : true}
    >
      <Switch
        label={label}
        aria-describedby={helpId}
        data-answer={path}
        {...rest}
      />
      <div id={helpId}>
        <Text as="p" variant="body-small" color="secondary">
          {help}
        </Text>
        {problem && (
          <Text as="p" variant="body-small" color="danger">
            {problem}
          </Text>
        )}
      </div>
    </Flex>
  );
}
