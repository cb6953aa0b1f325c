import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ChangedSection } from '../change/ChangedSection';
import { alexandriaTranslationRef } from '../translations/ref';
import { InstanceSection, type FieldProps } from './InstanceSection';
import { isSectionId, sectionIds } from './sections';

/** One page of the answers, for a new instance or for one that is there, with the preview beside it. */
export function InstanceForm(props: FieldProps) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { section, purpose } = props.uiSchema['ui:options'] ?? {};
  if (!isSectionId(section)) {
    return (
      <Alert
        status="danger"
        icon
        title={t('form.unknownSection', {
          section: String(section),
          known: sectionIds.join(', '),
        })}
      />
    );
  }
  return purpose === 'change' ? (
    <ChangedSection {...props} section={section} />
  ) : (
    <InstanceSection {...props} section={section} />
  );
}
