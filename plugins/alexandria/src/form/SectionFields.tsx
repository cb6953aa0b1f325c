import type { ComponentType } from 'react';
import type { SectionId } from './sections';
import { AccessSection } from './sections/AccessSection';
import { DeliverySection } from './sections/DeliverySection';
import { EnvironmentsSection } from './sections/EnvironmentsSection';
import { ExposureSection } from './sections/ExposureSection';
import { IdentitySection } from './sections/IdentitySection';
import { ImagesSection } from './sections/ImagesSection';
import { LlmBackendsSection } from './sections/LlmBackendsSection';
import { SecretsSection } from './sections/SecretsSection';
import type { SectionProps } from './sections/SectionProps';
import { SizingSection } from './sections/SizingSection';

const sections: Record<SectionId, ComponentType<SectionProps>> = {
  identity: IdentitySection,
  environments: EnvironmentsSection,
  sizing: SizingSection,
  images: ImagesSection,
  access: AccessSection,
  llmBackends: LlmBackendsSection,
  secrets: SecretsSection,
  exposure: ExposureSection,
  delivery: DeliverySection,
};

/** The fields of a page. */
export function SectionFields(props: SectionProps & { section: SectionId }) {
  const { section, ...rest } = props;
  const Fields = sections[section];
  return <Fields {...rest} />;
}
