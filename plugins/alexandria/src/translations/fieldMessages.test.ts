import { fieldMessages } from './fieldMessages';

describe('fieldMessages', () => {
  const messages: Record<string, string> = fieldMessages();

  it.each([
    ['name', 'Name'],
    ['environments', 'Environments'],
    ['environments.storage.size', 'Size'],
    ['environments.imageDigests.api', 'API'],
    ['access.providers.clientId', 'Client ID'],
    ['access.providers.metadataUrl', 'Metadata URL'],
    ['exposure.gateway.name', 'Gateway'],
    ['llmBackends.apiKey', 'Needs an API key'],
  ])('takes label and help of %s from the model', (path, label) => {
    expect(messages[`form.fields.${path}.label`]).toBe(label);
    expect(messages[`form.fields.${path}.help`]).toMatch(/\w.*\.$/);
  });

  it('has a help text for every label', () => {
    const fields = (end: string) =>
      Object.keys(messages)
        .filter(key => key.endsWith(end))
        .map(key => key.slice(0, -end.length));
    expect(fields('.help')).toEqual(fields('.label'));
  });

  it('holds nothing that a translation would take for a placeholder', () => {
    expect(
      Object.values(messages).filter(text => /\{\{|\$t\(/.test(text)),
    ).toEqual([]);
  });
});
