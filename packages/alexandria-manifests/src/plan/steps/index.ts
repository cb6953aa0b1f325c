export { removeDefinition } from './deliverySteps';
export { steps } from './steps';
