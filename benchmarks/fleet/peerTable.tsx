import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { CellText, Table, type ColumnConfig } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router-dom';

type Item = FleetDeployment & { id: string };

const column = (
  id: string,
  text: (item: Item) => string | undefined,
): ColumnConfig<Item> => ({
  ...{ id, label: id, isRowHeader: id === 'instance' },
  cell: item => <CellText title={text(item) ?? ''} />,
});

/** The columns of the fleet, as text alone. */
const columns = [
  column('instance', ({ entityRef }) => entityRef),
  column('health', ({ health }) => health),
  column('findings', ({ findings }) => findings[0]?.title),
  column('environment', ({ environment }) => environment),
  column('cluster', ({ cluster }) => cluster),
  column('owner', ({ owner }) => owner),
  column('version', ({ version }) => version),
  column('replicas', ({ replicas }) => String(replicas?.available)),
  column('secrets', ({ secrets }) => String(secrets.needed)),
  column('since', ({ since }) => since),
];

/** A table as a plugin writes it that has a list and draws it. */
function PeerTable({ items }: { items: Item[] }) {
  const [search, setSearch] = useState('');
  const shown = useMemo(
    () => items.filter(({ entityRef }) => entityRef.includes(search)),
    [items, search],
  );
  return (
    <>
      <input
        type="search"
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      <p role="status">{shown.length} shown</p>
      <Table
        columnConfig={columns}
        data={shown}
        pagination={{ type: 'none' }}
      />
    </>
  );
}

window.openPeerTable = deployments => {
  const items = deployments.map((of, id) => ({ ...of, id: String(id) }));
  const root = document.body.appendChild(document.createElement('div'));
  createRoot(root).render(
    <MemoryRouter>
      <PeerTable items={items} />
    </MemoryRouter>,
  );
};
