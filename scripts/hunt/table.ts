import { machine } from '../../bench/machine';
import type { AppConfig } from '../../src/config/app-config';
import type { ActionInfo } from '../../src/http/action';
import { fieldsOf } from '../../src/http/fields';
import { table } from '../docs/section';
import type { Figures } from './hunt';

/** The limits for every request. */
export const targets = { stopMs: 50, writeMs: 250, rssMb: 400, p99Ms: 100 } as const;

export function limitsTable(
  actions: readonly ActionInfo[],
  figures: ReadonlyMap<string, Figures>,
  config: Pick<AppConfig, 'bodyLimit' | 'photoBodyLimit'>,
  engine: string,
): string {
  const { cores, memoryGb, node, system } = machine();
  const rows = actions.map(action => {
    const { stopMs, stopBy, writeMs, rssMb, p99Ms } = foundOf(figures, action);
    const shown = [stopMs, writeMs, rssMb, p99Ms].map(figure =>
      figure === 0 ? '–' : `${Math.round(figure)}`,
    );
    return [
      `\`${action.path}\``,
      bodyOf(action, config),
      listOf(action),
      pageOf(action),
      shown[0] ?? '',
      stopBy,
      ...shown.slice(1),
    ];
  });
  const head = [
    'action',
    'body',
    'list',
    'page',
    'stop, ms',
    'by',
    'change waits, ms',
    'memory, MB',
    'p99 of others, ms',
  ];
  const where = `Measured on ${engine}, ${system}, ${cores} cores, ${memoryGb} GB, Node ${node}; the best of three tries each.`;
  return `${where}\n\n${table(head, rows)}`;
}

function bodyOf(
  { verb, path, largeBody = false }: ActionInfo,
  { bodyLimit, photoBodyLimit }: Pick<AppConfig, 'bodyLimit' | 'photoBodyLimit'>,
): string {
  if (verb === 'GET') return '–';
  if (path === 'login') return '4 kB';
  return `${(largeBody ? photoBodyLimit : bodyLimit) / 2 ** 20} MB`;
}

function listOf({ request }: ActionInfo): string {
  const lengths = fieldsOf(request).flatMap(({ kind, schema }) =>
    kind === 'list' ? [schema.maxItems ?? 0] : [],
  );
  return lengths.length > 0 ? `${Math.max(...lengths)}` : '–';
}

function pageOf({ request }: ActionInfo): string {
  return fieldsOf(request).some(({ name }) => name === 'PageSize') ? '1000' : '–';
}

function foundOf(figures: ReadonlyMap<string, Figures>, { path }: ActionInfo): Figures {
  const found = figures.get(path);
  if (!found) throw new Error(`${path} was not measured`);
  return found;
}
