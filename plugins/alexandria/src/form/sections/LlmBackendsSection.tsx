import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { SwitchAnswer } from '../answers/SwitchAnswer';
import { TextAnswer } from '../answers/TextAnswer';
import { Columns } from '../Columns';
import { freeName, type Row } from '../rows/rowList';
import { Rows } from '../rows/Rows';
import { useFieldText } from '../useFieldText';

/** Lengths and counts of the model of the answers. */
const NAME_MAX = 54;
const MOST = 50;

function blank(): Row {
  return { name: '' };
}

function copyOf(row: Row, rows: readonly Row[]): Row {
  const name = typeof row.name === 'string' && row.name ? row.name : 'backend';
  return { ...row, name: freeName(rows, name, NAME_MAX) };
}

function Backend(props: { path: string }) {
  const { path } = props;
  return (
    <>
      <Columns>
        <TextAnswer path={`${path}.name`} isRequired placeholder="claude" />
        <TextAnswer path={`${path}.kind`} isRequired placeholder="claude" />
        <TextAnswer
          path={`${path}.url`}
          isRequired
          placeholder="https://api.anthropic.com"
        />
        <TextAnswer path={`${path}.model`} isRequired />
      </Columns>
      <SwitchAnswer path={`${path}.apiKey`} fallback />
    </>
  );
}

/** Which language models the instance can use. */
export function LlmBackendsSection() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { help } = useFieldText('llmBackends');
  return (
    <>
      <Text as="p" color="secondary">
        {help}
      </Text>
      <Rows
        path="llmBackends"
        kind="llmBackends"
        maximum={MOST}
        blank={blank}
        copy={copyOf}
        empty={<Text color="secondary">{t('form.rows.none.llmBackends')}</Text>}
      >
        {path => <Backend path={path} />}
      </Rows>
    </>
  );
}
