export { operations } from './operations';
export { overview } from './overview';
export { productionChecklist } from './productionChecklist';
export { secrets } from './secrets';
