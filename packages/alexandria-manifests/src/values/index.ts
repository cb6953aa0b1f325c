export { defaultValues } from './defaultValues';
export { valuesSchema } from './valuesSchema';
export type { Release, Values, ValuesInput } from './valuesSchema';
