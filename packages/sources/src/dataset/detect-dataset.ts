import type { Dataset, Reading } from '@ventana/model';
import { isCkanAnswer, parseCkanPackage } from '../ckan/parse-ckan-package.js';
import { parseDcatCatalog } from '../dcat/parse-dcat-catalog.js';
import type { DatasetOptions } from './choose-dataset.js';
import { Fields, isRecord } from './fields.js';
import { Problems, readDataset } from './read-dataset.js';

/**
 * A dataset from a document of any known form, told by its shape and never by its name: CKAN's
 * action API (see {@link parseCkanPackage}), else DCAT (see {@link parseDcatCatalog}).
 *
 * @throws {SourceError} `malformed` when it is of no known form, and whatever the form's parser throws
 */
export function detectDataset(raw: unknown, options: DatasetOptions): Reading<Dataset> {
  const sample: unknown = Array.isArray(raw) ? raw.find(isRecord) : raw;
  return isCkanAnswer(sample) ? parseCkanPackage(raw, options) : parseDcatCatalog(raw, options);
}

/**
 * A dataset that a page hands over inline or as `.data`: the raw document of any known form, or
 * the `Dataset` model itself, whose addresses are guarded like any other's.
 */
export function parseDatasetDocument(raw: unknown, options: DatasetOptions): Reading<Dataset> {
  if (!isModel(raw)) return detectDataset(raw, options);
  const fields = new Fields(raw);
  return readDataset(fields, {
    address: options.address,
    id: fields.text('id'),
    problems: new Problems(),
  });
}

/** The model's lists are always there, all four; no source has them all. */
function isModel(raw: unknown): boolean {
  return (
    isRecord(raw) &&
    ['resources', 'keywords', 'themes', 'languages'].every((key) => Array.isArray(raw[key]))
  );
}
