import { toDecimal, type Decimal, type YearSeries } from '@ventana/model';
import { parseCsvRows } from '../csv/csv.js';
import { fetchReading, type FetchOptions } from '../fetch-reading.js';
import { decodeText } from '../transport/decode-text.js';
import { exactNumbers } from '../transport/exact-numbers.js';
import { readJsonText, requireData } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import { member, textOf } from './json-value.js';

/**
 * A series to adjust amounts with, from an address: JSON of the shape of `YearSeries`
 * (`{ "title": …, "source": …, "unit": …, "values": { "2023": "129.28" } }`), or CSV whose first
 * two columns are year and value. Years whose value is no positive number are left out.
 *
 * @throws {SourceError} `malformed` when no year can be read
 */
export async function fetchYearSeries(
  address: string,
  options: FetchOptions = {},
): Promise<YearSeries> {
  const { reading } = await fetchReading(
    address,
    (answer) => {
      const text = requireData(decodeText(answer, options.charset), answer);
      const model = /^\s*\{/.test(text)
        ? seriesOfJson(readJsonText(text, address, { rewrite: exactNumbers }), address)
        : seriesOfCsv(text, address);
      if (Object.keys(model.values).length === 0) {
        throw new SourceError('malformed', address, `${address} has no year with a value.`);
      }
      return { model, received: 1, omitted: 0, problems: [] };
    },
    options,
  );
  return reading.model;
}

function seriesOfJson(document: unknown, address: string): YearSeries {
  const values = member(document, 'values');
  const factor = Number(member(document, 'factor'));
  const currency = textOf(member(document, 'currency'));
  const text = (name: string): string | undefined => textOf(member(document, name));
  return {
    id: text('id') ?? address,
    title: text('title') ?? address,
    source: text('source') ?? hostOf(address),
    unit: text('unit') ?? '',
    values: yearValues(Object.entries(values && typeof values === 'object' ? values : {})),
    ...(Number.isSafeInteger(factor) && factor > 0 ? { factor } : {}),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
  };
}

function seriesOfCsv(text: string, address: string): YearSeries {
  const rows = parseCsvRows(text);
  const [head = []] = rows;
  return {
    id: address,
    title: (/^\d{4}$/.test(head[0]?.trim() ?? '') ? '' : head[1]?.trim()) || address,
    source: hostOf(address),
    unit: '',
    values: yearValues(rows.map(([year, value]): [string, unknown] => [year ?? '', value?.trim()])),
  };
}

function yearValues(entries: readonly (readonly [string, unknown])[]): Record<string, Decimal> {
  const found = entries.flatMap(([year, value]): [string, Decimal][] => {
    const amount = toDecimal(value);
    const isYear = /^\d{4}$/.test(year.trim());
    return isYear && amount && /[1-9]/.test(amount) && !amount.startsWith('-')
      ? [[year.trim(), amount]]
      : [];
  });
  return Object.fromEntries(found);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
