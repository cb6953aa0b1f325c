export { describePlan } from './describePlan';
export { describeRetirement } from './describeRetirement';
