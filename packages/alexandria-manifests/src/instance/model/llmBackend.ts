import { z } from 'zod';
import { llmBackend as values } from '../../values/model/llmBackend';
import { described, noCredential } from './fields';

const { name, url, kind, model } = values.shape;

export const llmBackend = z.strictObject({
  name: described(name, 'Name', 'Short name, such as claude.'),
  kind: described(
    kind,
    'Kind',
    'What the backend speaks, such as claude, openai or ollama.',
  ),
  url: described(url, 'URL', 'Address of the API.'),
  model: described(noCredential(model), 'Model', 'Name of the model.'),
  apiKey: described(
    z.boolean(),
    'Needs an API key',
    'The key goes into a Kubernetes Secret, never into this form.',
  ).default(true),
});
