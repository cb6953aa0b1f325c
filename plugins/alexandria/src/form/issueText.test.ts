import { mockApis } from '@backstage/frontend-test-utils';
import { alexandriaTranslationRef } from '../translations/ref';
import { issueText, placeText, type Translate } from './issueText';

function english(): Translate {
  const snapshot = mockApis
    .translation()
    .getTranslation(alexandriaTranslationRef);
  if (!snapshot.ready) {
    throw new Error('English needs no loading');
  }
  return snapshot.t;
}

describe('placeText', () => {
  it.each([
    ['name', 'Name'],
    ['environments[1].storage.size', 'Environment 2 › Storage › Size'],
    ['access.providers[0].kind', 'Access › Provider 1 › Kind'],
    ['llmBackends', 'LLM backends'],
    ['environments[0].unheard', 'Environment 1 › unheard'],
  ])('%s is %s', (path, text) => {
    expect(placeText(path, english())).toBe(text);
  });
});

describe('issueText', () => {
  it.each([
    ['with its place', 'name', 'Name: Is required.'],
    ['as it is for the whole', '', 'Is required.'],
  ])('says a problem %s', (_what, path, text) => {
    expect(
      issueText({ path, message: 'is required', given: '"x"' }, english()),
    ).toBe(text);
  });
});
