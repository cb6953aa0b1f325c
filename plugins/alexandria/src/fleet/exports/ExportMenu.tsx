import type {
  Fleet,
  FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { download } from '../../parts/download';
import { alexandriaTranslationRef } from '../../translations/ref';
import { fleetCsv, fleetJson } from './exportFleet';

/** Hands over what is shown as a file, in the order in which it is shown. */
export function ExportMenu(props: {
  fleet: Fleet;
  shown: readonly FleetDeployment[];
}) {
  const { fleet, shown } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownload2Line aria-hidden />}
        isDisabled={shown.length === 0}
      >
        {t('fleet.export')}
      </Button>
      <Menu>
        <MenuItem
          onAction={() =>
            download('alexandria-fleet.csv', fleetCsv(shown), 'text/csv')
          }
        >
          {t('fleet.export.csv')}
        </MenuItem>
        <MenuItem
          onAction={() =>
            download(
              'alexandria-fleet.json',
              fleetJson(fleet, shown),
              'application/json',
            )
          }
        >
          {t('fleet.export.json')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
