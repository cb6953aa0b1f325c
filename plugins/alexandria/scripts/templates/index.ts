import { changeTemplate } from './changeTemplate';
import { newTemplate } from './newTemplate';
import { retireTemplate } from './retireTemplate';

/** Every template, by its name and the name of its folder. */
export const templates: Record<string, () => string> = {
  'new-alexandria-instance': newTemplate,
  'change-alexandria-instance': changeTemplate,
  'retire-alexandria-instance': retireTemplate,
};
