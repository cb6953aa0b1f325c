export { InstancePreview } from './InstancePreview';
