import { defaultValues } from '../../values/defaultValues';
import { mergeValues } from '../../values/mergeValues';
import { Release, Values, valuesSchema } from '../../values/valuesSchema';
import { accepted } from '../corpus/accepted';
import { brokenByChecklist, brokenByGuard } from '../corpus/broken';
import { alexandria } from './helmTemplate';

/** Every case of the corpus, accepted or broken, that the model takes apart from its guards; over the defaults. */
export const completeCases: { values: Values; release: Release }[] = [
  ...accepted,
  ...brokenByGuard,
  ...brokenByChecklist,
].flatMap(({ values, release = alexandria }) => {
  const parsed = valuesSchema.safeParse(mergeValues(defaultValues, values));
  return parsed.success ? [{ values: parsed.data, release }] : [];
});
