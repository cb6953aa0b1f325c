import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiFileLine,
} from '@remixicon/react';
import { memo } from 'react';
import {
  Button,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
} from 'react-aria-components';
import type { FileNode } from './fileTree';
import styles from './FileTreeView.module.css';

function Node({ node }: { node: FileNode }) {
  return (
    <TreeItem id={node.path} textValue={node.name} className={styles.item}>
      <TreeItemContent>
        {({ isExpanded }) => {
          const Arrow = isExpanded ? RiArrowDownSLine : RiArrowRightSLine;
          return (
            <span className={styles.row}>
              {node.children ? (
                <Button slot="chevron" className={styles.chevron}>
                  <Arrow aria-hidden size={16} />
                </Button>
              ) : (
                <RiFileLine aria-hidden size={16} />
              )}
              <span className={styles.name}>{node.name}</span>
            </span>
          );
        }}
      </TreeItemContent>
      {node.children && (
        <Collection
          items={node.children.map(each => ({ ...each, id: each.path }))}
        >
          {child => <Node node={child} />}
        </Collection>
      )}
    </TreeItem>
  );
}

/** Folders and files to choose one from, with the keys of a tree: arrows, Home, End, first letters. */
export const FileTreeView = memo(function FileTree(props: {
  label: string;
  nodes: FileNode[];
  /** Path of the file that is shown. */
  selected: string;
  onSelect: (path: string) => void;
  /** Paths of the folders that are open. */
  expanded: ReadonlySet<string>;
  onExpandedChange: (expanded: ReadonlySet<string>) => void;
}) {
  const { label, nodes, selected, onSelect, expanded, onExpandedChange } =
    props;
  return (
    <Tree
      aria-label={label}
      className={styles.tree}
      items={nodes.map(node => ({ ...node, id: node.path }))}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={keys => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) {
          onSelect(String(key));
        }
      }}
      expandedKeys={expanded}
      onExpandedChange={keys =>
        onExpandedChange(new Set([...keys].map(String)))
      }
    >
      {node => <Node node={node} />}
    </Tree>
  );
});
