import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldPath } from '../translations/fieldMessages';
import { alexandriaTranslationRef } from '../translations/ref';
import { withoutPositions } from './answerAt';

/** Label and help text of the field of a path: list positions are left out of the message's key. */
export function useFieldText(path: string): { label: string; help: string } {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const key = withoutPositions(path) as FieldPath;
  return {
    label: t(`form.fields.${key}.label`),
    help: t(`form.fields.${key}.help`),
  };
}
