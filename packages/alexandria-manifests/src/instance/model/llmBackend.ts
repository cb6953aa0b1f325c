import { z } from 'zod';
import { llmBackend as values } from '../../values/model/llmBackend';
import { described, noSecret, noCredential } from './fields';

const { name, url, kind, model } = values.shape;

export const llmBackend = z.strictObject({
  name: described(noSecret(name), 'Name', 'Short name, such as claude.'),
  kind: described(
    noSecret(kind),
    'Kind',
    'What the backend speaks, such as claude, openai or ollama.',
  ),
  url: described(noCredential(url), 'URL', 'Address of the API.'),
  model: described(noSecret(model), 'Model', 'Name of the model.'),
  apiKey: described(
    z.boolean(),
    'Needs an API key',
    'The key goes into a Kubernetes Secret, never into this form.',
  ).default(true),
});
