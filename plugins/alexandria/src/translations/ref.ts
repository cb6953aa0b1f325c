import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changeMessages } from './change';
import { fieldMessages } from './fieldMessages';
import { fleetMessages } from './fleet';
import { formMessages } from './form';
import { partMessages } from './parts';
import { previewMessages } from './preview';
import { statusMessages } from './status';
import { statusDetailsMessages } from './statusDetails';

/**
 * Everything that the Alexandria plugin says, with the English texts as its default.
 *
 * @public
 */
export const alexandriaTranslationRef = createTranslationRef({
  id: 'plugin.alexandria',
  messages: {
    ...changeMessages,
    ...fieldMessages(),
    ...fleetMessages,
    ...formMessages,
    ...partMessages,
    ...previewMessages,
    ...statusMessages,
    ...statusDetailsMessages,
  },
});

/** The messages of {@link alexandriaTranslationRef} by their keys. */
export type AlexandriaMessages = (typeof alexandriaTranslationRef)['T'];
