import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  Button,
  Container,
  Flex,
  Grid,
  Link,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { statusFixtures } from '../src/status/__fixtures__/states';
import { HealthCard } from '../src/status/card/HealthCard';
import { InstancePage } from '../src/status/instance/InstancePage';
import styles from './StatesPage.module.css';

/** Every state of an instance from its fixture: the card as wide as an overview and as narrow as a telephone, and the page. */
export function StatesPage() {
  const [params] = useSearchParams();
  const fixtures = useMemo(() => statusFixtures(new Date()), []);
  const themes = useApi(appThemeApiRef);
  const languages = useApi(appLanguageApiRef);
  const state = params.get('state') ?? Object.keys(fixtures)[0];
  const { entity } = fixtures[state];
  return (
    <main>
      <Container py="6">
        <Flex direction="column" gap="6">
          <nav aria-label="States" className={styles.states}>
            {Object.keys(fixtures).map(each => (
              <Link
                key={each}
                href={`/?state=${each}`}
                aria-current={each === state ? 'page' : undefined}
              >
                {each}
              </Link>
            ))}
          </nav>
          <Flex gap="2">
            <ToggleButtonGroup aria-label="Theme">
              {themes.getInstalledThemes().map(({ id, title }) => (
                <ToggleButton
                  key={id}
                  onPress={() => themes.setActiveThemeId(id)}
                >
                  {title}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            {languages.getAvailableLanguages().languages.map(language => (
              <Button
                key={language}
                variant="secondary"
                onPress={() => languages.setLanguage(language)}
              >
                {language}
              </Button>
            ))}
          </Flex>
          <EntityProvider entity={entity}>
            <Text as="h1" variant="title-small">
              {state}
            </Text>
            <Grid.Root columns={{ initial: '1', md: '12' }} gap="4">
              <Grid.Item colSpan={{ initial: '1', md: '8' }}>
                <HealthCard key={state} pageHref={`/?state=${state}`} />
              </Grid.Item>
              <Grid.Item colSpan={{ initial: '1', md: '4' }}>
                <HealthCard key={state} />
              </Grid.Item>
            </Grid.Root>
            <InstancePage key={state} />
          </EntityProvider>
        </Flex>
      </Container>
    </main>
  );
}
