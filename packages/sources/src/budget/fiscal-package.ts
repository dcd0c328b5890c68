import type { DimensionGroup, LocalizedText, Problem } from '@ventana/model';
import { guardAddress } from '../address.js';
import { groupOf } from './aggregate-table.js';
import type { BudgetTable } from './budget-reader.js';
import { columnRole, yearHeading } from './known-columns.js';
import { cellText, type ColumnPlan, type DimensionPlan, type MeasurePlan } from './column-plan.js';
import { listOf, member, objectOf, textOf } from './json-value.js';

/** A Fiscal Data Package, read as far as its descriptor goes. */
export interface FiscalPackage {
  /** Path of its data, relative to the descriptor; absent when the data are inline. */
  readonly path?: string;
  readonly data?: unknown;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly about: Omit<BudgetTable, 'next' | 'header'>;
  /** The columns, once the header of the data is known; `undefined` when the descriptor does not say. */
  plan(header: readonly string[], problems: Problem[]): ColumnPlan | undefined;
}

/**
 * The descriptor of a Fiscal Data Package: version 0.3's `mapping` or `model` (measures and
 * dimensions naming their source columns), or version 1's `columnType` on the fields of a
 * resource. A data package that says neither is read by its headers.
 * https://specs.frictionlessdata.io/fiscal-data-package/
 */
export function fiscalPackage(document: unknown): FiscalPackage | undefined {
  const resources = listOf(member(document, 'resources'));
  const resource = resources?.find((candidate) => {
    const path = firstText(member(candidate, 'path') ?? member(candidate, 'url'));
    return path === undefined ? member(candidate, 'data') !== undefined : isTable(candidate, path);
  });
  if (!resource) return undefined;
  const path = firstText(member(resource, 'path') ?? member(resource, 'url'));
  const mapping = member(document, 'mapping') ?? member(document, 'model');
  const fields = listOf(member(member(resource, 'schema'), 'fields')) ?? [];
  const dialect = member(resource, 'dialect');
  const encoding = textOf(member(resource, 'encoding'));
  const delimiter = textOf(member(dialect, 'delimiter'));
  const title = textOf(member(document, 'title'));
  const publisher = textOf(member(document, 'author')) ?? firstName(member(document, 'publisher'));
  const license = textOf(member(document, 'license')) ?? firstName(member(document, 'licenses'));
  const landingPage = guardAddress(member(document, 'homepage'));
  const period = objectOf(member(document, 'fiscalPeriod'));
  const start = cellText(member(period, 'start')).slice(0, 4);
  const end = cellText(member(period, 'end')).slice(0, 4);
  return {
    ...(path === undefined ? { data: member(resource, 'data') } : { path }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    about: {
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(license === undefined ? {} : { license }),
      ...(landingPage === undefined ? {} : { landingPage }),
      ...(/^\d{4}$/.test(start)
        ? { year: end === '' || end === start ? start : `${start}-${end}` }
        : {}),
    },
    plan(header, problems) {
      const mapped = objectOf(mapping) ? planOfMapping(mapping, header, problems) : undefined;
      return mapped ?? planOfTypes(fields, header, textOf(member(document, 'currency')));
    },
  };
}

function isTable(resource: unknown, path: string): boolean {
  const format = (
    textOf(member(resource, 'format')) ??
    textOf(member(resource, 'mediatype')) ??
    ''
  ).toLowerCase();
  return (
    /csv|tsv|json/.test(format) || /\.(csv|tsv|txt|json)(?:$|[?#])/i.test(path) || format === ''
  );
}

function firstText(value: unknown): string | undefined {
  return textOf(value) ?? textOf(listOf(value)?.[0]);
}

function firstName(value: unknown): string | undefined {
  const one = listOf(value)?.[0] ?? value;
  return (
    textOf(one) ??
    textOf(member(one, 'title')) ??
    textOf(member(one, 'name')) ??
    textOf(member(one, 'id'))
  );
}

/** Entries of a list of `{ name, … }` or of an object by name: descriptors write both. */
function entries(value: unknown): [string, unknown][] {
  const list = listOf(value);
  if (list) return list.map((one, index) => [textOf(member(one, 'name')) ?? String(index), one]);
  return Object.entries(objectOf(value) ?? {});
}

const PHASES: Readonly<Record<string, string>> = {
  proposed: 'proyecto',
  approved: 'aprobado',
  adjusted: 'modificado',
  executed: 'ejercido',
};

function measureKey(name: string, source: string, phase: string | undefined): string {
  if (phase !== undefined && Object.hasOwn(PHASES, phase)) return PHASES[phase] ?? 'amount';
  for (const text of [name, source]) {
    const role = columnRole(text);
    if (role?.kind === 'measure') return role.key;
  }
  return 'amount';
}

function wholeFactor(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 1;
}

function planOfMapping(
  mapping: unknown,
  header: readonly string[],
  problems: Problem[],
): ColumnPlan | undefined {
  const at = (source: unknown): number => {
    const name = textOf(source);
    const found = name === undefined ? -1 : header.findIndex((text) => text.trim() === name);
    if (name !== undefined && found === -1) {
      problems.push({ code: 'missing-column', where: '/mapping', found: name });
    }
    return found;
  };
  const measures = entries(member(mapping, 'measures')).flatMap(
    ([name, measure]): MeasurePlan[] => {
      const source = textOf(member(measure, 'source')) ?? name;
      const column = at(source);
      if (column === -1) return [];
      const year = yearHeading(source) ?? yearHeading(name);
      const currency = textOf(member(measure, 'currency'));
      return [
        {
          key: measureKey(name, source, textOf(member(measure, 'phase'))),
          label: textOf(member(measure, 'title')) ?? source,
          at: column,
          factor: wholeFactor(member(measure, 'factor')),
          ...(year === undefined ? {} : { year }),
          ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
        },
      ];
    },
  );
  if (measures.length === 0) return undefined;
  const dimensions = entries(member(mapping, 'dimensions')).flatMap(
    ([name, dimension]): DimensionPlan[] => {
      const attributes = entries(member(dimension, 'attributes'));
      const sources = attributes.flatMap(([attribute, value]) => {
        const source = typeof value === 'string' ? value : member(value, 'source');
        const column = at(source);
        return column === -1
          ? []
          : [{ attribute, column, labels: textOf(member(value, 'labelfor')) }];
      });
      const constant = attributes
        .map(([, value]) => cellText(member(value, 'constant')))
        .find((text) => text !== '');
      const key = firstText(member(dimension, 'primaryKey'));
      const label =
        sources.find(({ labels }) => labels !== undefined) ??
        sources.find(({ attribute }) => /label|name|title|desc/i.test(attribute)) ??
        sources.find(({ attribute }) => attribute === key) ??
        sources[0];
      if (!label && constant === undefined) return [];
      const code = sources.find(
        (one) => one !== label && (one.attribute === key || /id|code|cod/i.test(one.attribute)),
      );
      return [
        {
          ...named(
            name,
            label ? (header[label.column] ?? name) : name,
            textOf(member(dimension, 'classificationType')) ??
              textOf(member(dimension, 'dimensionType')),
          ),
          ...(label ? { labelAt: label.column } : { constant: constant ?? '' }),
          ...(code ? { codeAt: code.column } : {}),
        },
      ];
    },
  );
  return { header, measures, dimensions };
}

const TYPES: Readonly<Record<string, DimensionGroup>> = {
  datetime: 'time',
  entity: 'administrative',
  location: 'geographic',
  activity: 'programme',
};

/** Version 1: `columnType` is `administrative-classification:…:level1:code` and the like. */
function planOfTypes(
  fields: readonly unknown[],
  header: readonly string[],
  currency: string | undefined,
): ColumnPlan | undefined {
  const measures: MeasurePlan[] = [];
  const dimensions = new Map<string, { label?: number; code?: number }>();
  for (const field of fields) {
    const name = textOf(member(field, 'name'));
    const type = textOf(member(field, 'columnType'));
    const at = header.findIndex((text) => text.trim() === name);
    if (name === undefined || type === undefined || at === -1) continue;
    if (/^value(:|$)/.test(type)) {
      measures.push({
        key: measureKey(name, name, undefined),
        label: textOf(member(field, 'title')) ?? name,
        at,
        ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
      });
      continue;
    }
    const part = /:(code|label|name|id|title|description)(?:$|:)/.exec(type);
    const base = part ? type.slice(0, part.index) : type;
    const found = dimensions.get(base) ?? {};
    if (part && /code|id/.test(part[1] ?? '')) found.code ??= at;
    else found.label ??= at;
    dimensions.set(base, found);
  }
  if (measures.length === 0) return undefined;
  return {
    header,
    measures,
    dimensions: [...dimensions].map(([type, { label, code }]) => {
      const at = label ?? code ?? 0;
      return {
        ...named(header[at] ?? type, header[at] ?? type, type.split(':')[0]),
        labelAt: at,
        ...(label !== undefined && code !== undefined ? { codeAt: code } : {}),
      };
    }),
  };
}

function named(
  name: string,
  label: LocalizedText,
  type: string | undefined,
): { key: string; group: DimensionGroup; label: LocalizedText } {
  const role = columnRole(name);
  const kind = type ?? '';
  const group = Object.hasOwn(TYPES, kind) ? TYPES[kind] : groupOf(kind);
  if (role?.kind === 'dimension') return { key: role.key, group: role.group, label };
  if (group === 'time') return { key: 'year', group, label };
  return {
    key: name,
    group: group === undefined || group === 'other' ? groupOf(name) : group,
    label,
  };
}
