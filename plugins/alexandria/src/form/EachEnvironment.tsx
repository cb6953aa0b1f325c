import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { answerAt } from './answerAt';
import { useAnswers } from './AnswersContext';
import { Group } from './Group';
import { rowsAt } from './rows/rowList';

function Environment(props: {
  path: string;
  position: number;
  children: ReactNode;
}) {
  const { path, position, children } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const name = useAnswers(draft => {
    const found = answerAt(draft, `${path}.name`);
    return typeof found === 'string' && found !== '' ? found : undefined;
  });
  const one = t('form.rows.one.environments');
  return (
    <Group
      title={
        name === undefined
          ? t('form.path.position', {
              label: one,
              position: String(position + 1),
            })
          : `${one} ${name}`
      }
    >
      {children}
    </Group>
  );
}

/** The same fields for every environment. */
export function EachEnvironment(props: { children(path: string): ReactNode }) {
  const count = useAnswers(draft => rowsAt(draft, 'environments').length);
  return (
    <>
      {Array.from({ length: count }, (_each, position) => {
        const path = `environments[${position}]`;
        return (
          <Environment key={path} path={path} position={position}>
            {props.children(path)}
          </Environment>
        );
      })}
    </>
  );
}
