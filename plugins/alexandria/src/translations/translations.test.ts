import { changeMessages } from './change';
import german from './de';
import { fieldMessages } from './fieldMessages';
import { fleetMessages } from './fleet';
import { formMessages } from './form';
import { partMessages } from './parts';
import { previewMessages } from './preview';
import { statusMessages } from './status';
import { statusDetailsMessages } from './statusDetails';

const english: Record<string, string> = {
  ...changeMessages,
  ...fieldMessages(),
  ...fleetMessages,
  ...formMessages,
  ...partMessages,
  ...previewMessages,
  ...statusMessages,
  ...statusDetailsMessages,
};
const translated: Record<string, string | null> = german.messages;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name).sort();
}

describe('German', () => {
  it('translates every message and no other', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  });

  it('leaves no message empty', () => {
    expect(
      Object.keys(translated).filter(key => !translated[key]?.trim()),
    ).toEqual([]);
  });

  it('has the placeholders of the English texts', () => {
    for (const [key, text] of Object.entries(english)) {
      expect([key, placeholders(translated[key] ?? '')]).toEqual([
        key,
        placeholders(text),
      ]);
    }
  });
});
