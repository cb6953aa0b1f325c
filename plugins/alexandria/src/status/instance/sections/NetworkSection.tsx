import type {
  AddressStatus,
  DeploymentDetails,
  ServiceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age } from '../../parts/Age';
import { Fact, Facts } from '../../parts/Facts';
import { HealthMark } from '../../parts/HealthMark';
import styles from './items.module.css';
import { Subsection } from './Subsection';
import { Omitted } from './Omitted';

function Address({ address }: { address: AddressStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { url, host, source, loadBalancer, tls, health, sentence } = address;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <HealthMark health={health} isIconOnly />
        {url === undefined ? (
          <strong>{host || t('status.address.none')}</strong>
        ) : (
          <Link href={url} weight="bold">
            {url}
          </Link>
        )}
        <span className={styles.sentence}>{sentence}</span>
      </p>
      <Facts>
        <Fact label={t('status.address.source')}>
          {source.kind} {source.name}
        </Fact>
        <Fact label={t('status.address.loadBalancer')}>
          {loadBalancer.join(', ') || undefined}
        </Fact>
        <Fact label={t('status.address.tls')}>
          {tls ? tls.secret ?? t('status.yes') : t('status.no')}
        </Fact>
        <Fact label={t('status.address.certificate')}>
          {tls?.notAfter && <Age of={tls.notAfter} />}
        </Fact>
      </Facts>
    </li>
  );
}

function portText({ ports }: ServiceStatus): string {
  return ports
    .map(
      ({ name, port, protocol, targetPort }) =>
        `${name ? `${name} ` : ''}${port}/${protocol}${
          targetPort === undefined ? '' : ` → ${targetPort}`
        }`,
    )
    .join(', ');
}

/** How a Deployment is reached: addresses to open, Services, and what protects its pods from being evicted. */
export function NetworkSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { network, omitted } = details;
  const { addresses, services, disruptionBudgets } = network;
  return (
    <>
      <Subsection title={t('status.network.addresses')}>
        {addresses.length === 0 && (
          <p className={styles.none}>{t('status.network.noAddress')}</p>
        )}
        <ul className={styles.items}>
          {addresses.map(address => (
            <Address
              key={`${address.source.kind}/${address.source.name}/${address.host}/${address.url}`}
              address={address}
            />
          ))}
        </ul>
        <Omitted count={omitted.addresses} />
      </Subsection>
      <Subsection title={t('status.network.services')}>
        <ul className={styles.items}>
          {services.map(service => (
            <li key={service.object.name} className={styles.item}>
              <p className={styles.head}>
                <HealthMark health={service.health} isIconOnly />
                <strong>{service.object.name}</strong>
                <span className={styles.sentence}>{service.sentence}</span>
              </p>
              <Facts>
                <Fact label={t('status.service.type')}>{service.type}</Fact>
                <Fact label={t('status.service.clusterIP')}>
                  {service.clusterIP}
                </Fact>
                <Fact label={t('status.service.ports')}>
                  {portText(service) || undefined}
                </Fact>
                <Fact label={t('status.service.endpoints')}>
                  {service.endpoints
                    ? t('status.service.endpointsReady', {
                        ready: String(service.endpoints.ready),
                        total: String(service.endpoints.total),
                      })
                    : t('status.service.endpointsUnknown')}
                </Fact>
              </Facts>
            </li>
          ))}
        </ul>
        <Omitted count={omitted.services} />
      </Subsection>
      {disruptionBudgets.length > 0 && (
        <Subsection title={t('status.network.budgets')}>
          <ul className={styles.items}>
            {disruptionBudgets.map(budget => (
              <li key={budget.object.name} className={styles.item}>
                <p className={styles.head}>
                  <HealthMark health={budget.health} isIconOnly />
                  <strong>{budget.object.name}</strong>
                  <span className={styles.sentence}>{budget.sentence}</span>
                </p>
                <Facts>
                  <Fact label={t('status.budget.minAvailable')}>
                    {budget.minAvailable}
                  </Fact>
                  <Fact label={t('status.budget.maxUnavailable')}>
                    {budget.maxUnavailable}
                  </Fact>
                  <Fact label={t('status.budget.allowed')}>
                    {budget.disruptionsAllowed}
                  </Fact>
                </Facts>
              </li>
            ))}
          </ul>
          <Omitted count={omitted.disruptionBudgets} />
        </Subsection>
      )}
    </>
  );
}
