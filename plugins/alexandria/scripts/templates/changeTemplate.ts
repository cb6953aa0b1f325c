import { sectionIds } from '../../src/form/sections';
import { page, type Properties } from './pages';
import { requestLinks, requestProviders, requestSteps } from './requests';
import { templateOf } from './templateOf';

/** The instance that a template is about. */
export const entityRef: Properties = {
  entityRef: {
    title: 'Instance',
    type: 'string',
    description: 'An instance that was made by the template',
    'ui:field': 'AlexandriaInstancePicker',
  },
};

const decisions: Properties = {
  decisions: {
    title: 'Changes by hand',
    // With a type the form puts an empty list, and only what is there is checked before somebody goes on.
    type: 'array',
    items: { type: 'object' },
    isOptional: true,
    'ui:field': 'AlexandriaDecisions',
    'ui:backstage': { review: { explode: false } },
  },
};

const purpose = { purpose: 'change' } as const;

/** `templates/change-alexandria-instance/template.yaml`. */
export function changeTemplate(): string {
  return templateOf(
    {
      name: 'change-alexandria-instance',
      title: 'Change an Alexandria instance',
      description:
        'Opens with the present answers of an instance, shows what others would change, and requests it by a pull request. What was changed by hand is kept.',
      tags: ['alexandria', 'kubernetes', 'helm', 'kustomize'],
    },
    {
      parameters: sectionIds.map(section => {
        const asked = {
          ...(section === sectionIds[0] && { above: entityRef }),
          ...(section === sectionIds[sectionIds.length - 1] && {
            below: decisions,
          }),
        };
        return page(section, asked, purpose);
      }),
      steps: [
        {
          id: 'update',
          name: 'Prepare the change',
          action: 'alexandria:instance:update',
          input: {
            entityRef: '${{ parameters.entityRef }}',
            answers: '${{ parameters.answers }}',
            decisions: '${{ parameters.decisions or [] }}',
            supportedProviders: requestProviders,
          },
        },
        ...requestSteps('update'),
      ],
      output: {
        links: requestLinks('update'),
        text: [
          {
            title: 'What changes',
            icon: 'description',
            content:
              "${{ steps.update.output.description if steps.update.output.hasChanges else 'These are the present answers: nothing was requested.' }}",
            default: true,
          },
        ],
      },
    },
  );
}
