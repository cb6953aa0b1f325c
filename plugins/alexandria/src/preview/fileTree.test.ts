import { fileTree, parentsOf } from './fileTree';
import type { FileNode } from './fileTree';

const drawn = (nodes: FileNode[], depth = 0): string[] =>
  nodes.flatMap(({ name, children }) => [
    `${' '.repeat(depth)}${name}${children ? '/' : ''}`,
    ...drawn(children ?? [], depth + 1),
  ]);

describe('fileTree', () => {
  it.each([
    [[], []],
    [['README.md'], ['README.md']],
    [
      ['b.yaml', 'k8s/helm/Chart.yaml', 'a.yaml', 'docs/a.md', 'k8s/b.yaml'],
      [
        'docs/',
        ' a.md',
        'k8s/',
        ' helm/',
        '  Chart.yaml',
        ' b.yaml',
        'a.yaml',
        'b.yaml',
      ],
    ],
  ])('makes a tree of %j', (paths, tree) => {
    expect(drawn(fileTree(paths.map(path => ({ path }))))).toEqual(tree);
  });

  it('keeps whole paths', () => {
    expect(fileTree([{ path: 'a/b/c.txt' }])[0].children![0]).toMatchObject({
      path: 'a/b',
      children: [{ path: 'a/b/c.txt', name: 'c.txt' }],
    });
  });
});

describe('parentsOf', () => {
  it.each([
    ['README.md', []],
    ['a/b.txt', ['a']],
    ['a/b/c.txt', ['a', 'a/b']],
  ])('of %s are %j', (path, parents) => {
    expect(parentsOf(path)).toEqual(parents);
  });
});
