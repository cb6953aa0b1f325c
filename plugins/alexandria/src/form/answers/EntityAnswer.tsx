import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { Combobox, Flex } from '@backstage/ui';
import { useRef } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useAnswer } from '../AnswersContext';
import { StatusLine } from '../checks/StatusLine';
import { useAsked } from '../checks/useAsked';
import { useFieldText } from '../useFieldText';

/** How many entities are offered at a time; typing narrows them down. */
const OFFERED = 50;

interface Offer {
  id: string;
  label: string;
  description?: string;
}

/** The part of a reference, complete or not, that names the entity. */
function nameIn(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1);
}

async function findEntities(
  catalogApi: CatalogApi,
  kinds: readonly string[],
  text: string,
): Promise<Offer[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: [...kinds] },
    fullTextFilter: {
      term: nameIn(text),
      fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
    },
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile.displayName',
    ],
    orderFields: { field: 'metadata.name', order: 'asc' },
    limit: OFFERED,
  });
  return items.map(entity => {
    const ref = stringifyEntityRef(entity);
    const profile = entity.spec?.profile;
    const displayName =
      typeof profile === 'object' &&
      profile !== null &&
      'displayName' in profile &&
      typeof profile.displayName === 'string'
        ? profile.displayName
        : entity.metadata.title;
    return { id: ref, label: ref, description: displayName };
  });
}

/** A reference to an entity of the catalog: chosen from those that match, or typed. */
export function EntityAnswer(props: {
  path: string;
  kinds: readonly string[];
  isRequired?: boolean;
}) {
  const { path, kinds, isRequired } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const { value, problem, disabled, set, touch } = useAnswer(path);
  const { label, help } = useFieldText(path);
  const text = typeof value === 'string' ? value : '';
  const known = useRef(new Set<string>());
  // Once a reference that the catalog has stands there, the menu offers the others too.
  const question = known.current.has(text) ? '' : text;
  const asked = useAsked(question, async each => {
    const found = await findEntities(catalogApi, kinds, each);
    found.forEach(({ id }) => known.current.add(id));
    return found;
  });
  const offers = asked.state === 'answered' ? asked.answer : [];
  const change = (next: string) =>
    set(next === '' && !isRequired ? undefined : next);
  return (
    <Flex direction="column" gap="1">
      <Combobox
        label={label}
        secondaryLabel={isRequired ? t('form.required') : undefined}
        description={help}
        placeholder={t('form.entities.placeholder')}
        isRequired={isRequired}
        isDisabled={disabled}
        allowsCustomValue
        menuTrigger="input"
        validationBehavior="aria"
        validate={() => problem ?? null}
        options={offers}
        loading={{ state: asked.state === 'asking' ? 'loading' : 'idle' }}
        search={{ mode: 'server', inputValue: text, onInputChange: change }}
        value={offers.some(({ id }) => id === text) ? text : null}
        onChange={key => {
          if (key !== null) {
            change(String(key));
          }
        }}
        onBlur={touch}
        data-answer={path}
      />
      <StatusLine
        standing="unknown"
        text={
          asked.state === 'failed'
            ? t('form.entities.failed', { reason: asked.reason })
            : undefined
        }
      />
      <StatusLine
        standing="pending"
        text={
          asked.state === 'answered' && offers.length === 0
            ? t('form.entities.none')
            : undefined
        }
      />
    </Flex>
  );
}
