import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of the fleet. */
export const fleetRouteRef = createRouteRef();

/** The form of a template, for whoever has no instance yet. */
export const createInstanceRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
