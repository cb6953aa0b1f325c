import { useRouteRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  ButtonLink,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Container,
  Flex,
  Grid,
  Text,
} from '@backstage/ui';
import { RiAddCircleLine, RiArrowRightLine } from '@remixicon/react';
import { Lighthouse } from '../nav/Lighthouse';
import styles from './WelcomePage.module.css';

const template = {
  namespace: 'default',
  templateName: 'new-alexandria-instance',
};

const steps = [
  {
    title: 'Answer the form',
    text: 'Name, owner and environments are enough to begin. The manifests are shown beside the form while you type, with what is still open before production.',
  },
  {
    title: 'Get a repository',
    text: 'With a Helm chart and its values, Kustomize overlays, Argo CD or Flux definitions and documentation, pushed to your git host and registered in the catalog.',
  },
  {
    title: 'Deploy it',
    text: 'The last page lists the Secrets to create, with the commands. After that the repository applies to the cluster as it stands.',
  },
];

/** Says what the portal is for and leads to the two things that people come for. */
export const WelcomePage = () => {
  const templateLink = useRouteRef(scaffolderPlugin.routes.selectedTemplate);
  const catalogLink = useRouteRef(catalogPlugin.routes.catalogIndex);

  return (
    <main>
      <Container py="10">
        <Flex direction="column" gap="8">
          <Flex gap="4" align="center">
            <span className={styles.mark}>
              <Lighthouse />
            </span>
            <Flex direction="column" gap="1">
              <Text as="h1" variant="title-medium" weight="bold">
                Run your own Alexandria
              </Text>
              <Text as="p" variant="body-large" color="secondary">
                From a form to a git repository that deploys to your Kubernetes
                cluster.
              </Text>
            </Flex>
          </Flex>

          <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
            {templateLink && (
              <Card>
                <CardHeader>
                  <Text as="h2" variant="title-small" weight="bold">
                    New Alexandria instance
                  </Text>
                </CardHeader>
                <CardBody>
                  <Text as="p">
                    A development instance takes four answers and under a
                    minute. Staging and production can be added in the same
                    form.
                  </Text>
                </CardBody>
                <CardFooter>
                  <ButtonLink
                    href={templateLink(template)}
                    variant="primary"
                    iconStart={<RiAddCircleLine />}
                  >
                    Create an instance
                  </ButtonLink>
                </CardFooter>
              </Card>
            )}
            {catalogLink && (
              <Card>
                <CardHeader>
                  <Text as="h2" variant="title-small" weight="bold">
                    Your instances
                  </Text>
                </CardHeader>
                <CardBody>
                  <Text as="p">
                    What was created here, with its owner, its repository and
                    its documentation, in the software catalog.
                  </Text>
                </CardBody>
                <CardFooter>
                  <ButtonLink
                    href={`${catalogLink()}?filters[kind]=component&filters[user]=all`}
                    variant="secondary"
                    iconEnd={<RiArrowRightLine />}
                  >
                    Open the catalog
                  </ButtonLink>
                </CardFooter>
              </Card>
            )}
          </Grid.Root>

          <section aria-labelledby="how-it-works">
            <Flex direction="column" gap="4">
              <Text
                as="h2"
                variant="title-x-small"
                weight="bold"
                id="how-it-works"
              >
                How it works
              </Text>
              <ol className={styles.steps}>
                {steps.map(({ title, text }) => (
                  <li key={title} className={styles.step}>
                    <Text as="h3" variant="body-medium" weight="bold">
                      {title}
                    </Text>
                    <Text as="p" color="secondary">
                      {text}
                    </Text>
                  </li>
                ))}
              </ol>
            </Flex>
          </section>
        </Flex>
      </Container>
    </main>
  );
};
