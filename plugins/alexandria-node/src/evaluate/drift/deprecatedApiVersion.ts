import type { DeprecatedApi } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { builtInRule } from '../builtInRule';
import { writerText } from './writtenBy';

const describe = ({
  apiVersion,
  replacement,
  removedIn,
  writer,
}: DeprecatedApi) =>
  `${
    writer ? `${writerText(writer)} writes` : 'the repository renders'
  } ${apiVersion}, which ${
    removedIn === undefined ? 'is deprecated' : `${removedIn} does not serve`
  }; ${replacement} takes its place`;

/** Objects that were read and are written, by somebody, by a version of their API that is on its way out. */
export const deprecatedApiVersion = builtInRule(
  'DeprecatedApiVersion',
  function* check({ comparison }) {
    for (const { object, deprecated } of comparison?.objects ?? []) {
      if (deprecated.length > 0) {
        yield {
          object,
          title: `${object.kind} ${object.name} is written by a deprecated version of its API`,
          cause: `${[...new Set(deprecated.map(describe))].join('; ')}.`,
          remedy: `Have it written as ${deprecated[0].replacement}: newer clusters refuse the old version.`,
        };
      }
    }
  },
);
