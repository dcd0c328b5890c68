import type { Problem } from '@ventana/model';
import { guardAddress } from '../address.js';
import { groupOf } from './aggregate-table.js';
import type { BudgetTable } from './budget-reader.js';
import { cellText, type ColumnPlan, type DimensionPlan, type MeasurePlan } from './column-plan.js';
import { columnRole, yearHeading } from './known-columns.js';
import { isObject, listOf, member, textOf } from './json-value.js';
import { distinctMeasures, planDimension } from './plan-columns.js';

/** A Fiscal Data Package, read as far as its descriptor goes. */
export interface FiscalPackage {
  /** Paths of its data, relative to the descriptor: pieces of one table; none when the data are inline. */
  readonly paths: readonly string[];
  readonly data: unknown;
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  readonly about: Omit<BudgetTable, 'next'>;
}

/**
 * The descriptor of a Fiscal Data Package: version 0.3's `mapping` or `model` (measures and
 * dimensions naming their source columns), or version 1's `columnType` on the fields of a
 * resource. A data package that says neither is read by its headers.
 * https://specs.frictionlessdata.io/fiscal-data-package/
 */
export function fiscalPackage(document: unknown, problems: Problem[]): FiscalPackage | undefined {
  const of = (name: string): unknown => member(document, name);
  const pathsOf = (resource: unknown): string[] => {
    const path = member(resource, 'path') ?? member(resource, 'url');
    return (listOf(path) ?? [path]).flatMap((one) => textOf(one) ?? []);
  };
  const mapping = of('mapping') ?? of('model');
  const readable = listOf(of('resources'))?.filter((candidate) => {
    const [path] = pathsOf(candidate);
    const format = textOf(member(candidate, 'format')) ?? '';
    return path === undefined
      ? member(candidate, 'data')
      : /\.(csv|tsv|txt|json)\b/i.test(path) || /^$|csv|tsv|json/i.test(format);
  });
  // The one that the mapping reads its measures from, else the first that says what its columns are.
  const named = entries(member(mapping, 'measures')).map(([, measure]) =>
    textOf(member(measure, 'resource')),
  );
  const resource =
    readable?.find((candidate) => named.includes(textOf(member(candidate, 'name')) ?? ' ')) ??
    readable?.find((candidate) =>
      fieldsOf(candidate).some((field) => member(field, 'columnType')),
    ) ??
    readable?.[0];
  if (!resource) return undefined;
  const fields = fieldsOf(resource);
  const years = ['start', 'end'].map((end) =>
    cellText(member(of('fiscalPeriod'), end)).slice(0, 4),
  );
  return {
    paths: pathsOf(resource),
    data: member(resource, 'data'),
    encoding: textOf(member(resource, 'encoding')),
    delimiter: textOf(member(member(resource, 'dialect'), 'delimiter')),
    about: {
      title: textOf(of('title')),
      publisher: firstText(of('author')) ?? firstText(of('publisher')),
      license: firstText(of('license')) ?? firstText(of('licenses')),
      landingPage: guardAddress(of('homepage')),
      year: [...new Set(years)].filter((year) => /^\d{4}$/.test(year)).join('-') || undefined,
      plan: (header) =>
        isObject(mapping)
          ? planOfMapping(mapping, header, fields, problems)
          : planOfTypes(fields, header, of('currency')),
    },
  };
}

function fieldsOf(resource: unknown): readonly unknown[] {
  return listOf(member(member(resource, 'schema'), 'fields')) ?? [];
}

/** Text, or the name of the one or first that is described. */
function firstText(value: unknown): string | undefined {
  const one = listOf(value)?.[0] ?? value;
  return ['title', 'name', 'id'].reduce<string | undefined>(
    (found, name) => found ?? textOf(member(one, name)),
    textOf(one),
  );
}

/** Entries of an object by name, or of a list of `{ name, … }`: descriptors write both. */
function entries(value: unknown): [string, unknown][] {
  return (
    listOf(value)?.map((one) => [textOf(member(one, 'name')) ?? '', one]) ??
    Object.entries(isObject(value) ? value : {})
  );
}

const PHASES = /^(?:(proposed)|(approved)|(adjusted)|(executed))$/;

function planMeasure(
  name: string,
  source: string,
  at: number,
  measure: unknown,
  currency: unknown,
  fields: readonly unknown[],
): MeasurePlan {
  const field = fields.find((one) => member(one, 'name') === source);
  const decimal = member(field, 'decimalChar');
  const phase = PHASES.exec(cellText(member(measure, 'phase')));
  const role = [phase?.[0] ?? '', name, source]
    .map(columnRole)
    .find((found) => found?.kind === 'measure');
  const factor = member(measure, 'factor');
  return {
    key: role?.kind === 'measure' ? role.key : 'amount',
    label: textOf(member(measure, 'title')) ?? source,
    at,
    factor: Number.isSafeInteger(factor) && (factor as number) > 0 ? (factor as number) : 1,
    year: yearHeading(source) ?? yearHeading(name),
    currency: textOf(member(measure, 'currency')) ?? textOf(currency),
    decimal: decimal === ',' || decimal === '.' ? decimal : undefined,
  };
}

function planOfMapping(
  mapping: unknown,
  header: readonly string[],
  fields: readonly unknown[],
  problems: Problem[],
): ColumnPlan {
  const columnAt = (source: unknown): number => {
    const found = header.findIndex((text) => text.trim() === textOf(source));
    if (found === -1) {
      problems.push({ code: 'missing-column', where: '/mapping', found: cellText(source) });
    }
    return found;
  };
  const measures = entries(member(mapping, 'measures')).flatMap(([name, measure]) => {
    const source = textOf(member(measure, 'source')) ?? name;
    const at = columnAt(source);
    return at === -1 ? [] : [planMeasure(name, source, at, measure, undefined, fields)];
  });
  const dimensions = entries(member(mapping, 'dimensions')).map(
    ([name, dimension]): DimensionPlan => {
      let constant = '';
      const sources = entries(member(dimension, 'attributes')).flatMap(([attribute, value]) => {
        constant ||= cellText(member(value, 'constant'));
        const source = textOf(value) ?? member(value, 'source');
        const at = source === undefined ? -1 : columnAt(source);
        return at === -1
          ? []
          : [{ at, attribute, isLabel: member(value, 'labelfor') !== undefined }];
      });
      const key = firstText(member(dimension, 'primaryKey'));
      const label =
        sources.find(({ isLabel }) => isLabel) ??
        sources.find(({ attribute }) => /label|name|title|desc/i.test(attribute)) ??
        sources.find(({ attribute }) => attribute === key) ??
        sources[0];
      const code = sources.find(
        (one) => one !== label && (one.attribute === key || /id|cod/i.test(one.attribute)),
      );
      const types = ['classificationType', 'dimensionType'].map((type) =>
        textOf(member(dimension, type)),
      );
      const group = groupOf(...types, name);
      return {
        ...planDimension(name, header[label?.at ?? -1] ?? name, group, label?.at, code?.at),
        constant,
      };
    },
  );
  return { measures: distinctMeasures(measures, header), dimensions };
}

/** Version 1: `columnType` is `administrative-classification:…:level1:code` and the like. */
function planOfTypes(
  fields: readonly unknown[],
  header: readonly string[],
  currency: unknown,
): ColumnPlan {
  const measures: MeasurePlan[] = [];
  const dimensions = new Map<string, { label?: number; code?: number }>();
  for (const field of fields) {
    const name = textOf(member(field, 'name')) ?? '';
    const type = textOf(member(field, 'columnType'));
    const at = header.findIndex((text) => text.trim() === name);
    if (!type || at === -1) continue;
    if (/^value\b/.test(type)) {
      measures.push(planMeasure(name, name, at, field, currency, fields));
    } else {
      const base = type.replace(/:(?:code|label|name|id|title|description)\b.*/, '');
      const found = dimensions.get(base) ?? {};
      found[/:(?:code|id)\b/.test(type) ? 'code' : 'label'] ??= at;
      dimensions.set(base, found);
    }
  }
  return {
    measures: distinctMeasures(measures, header),
    dimensions: [...dimensions].map(([type, { label, code }]) => {
      const name = header[label ?? code ?? -1] ?? type;
      return planDimension(name, name, groupOf(type), label, code);
    }),
  };
}
