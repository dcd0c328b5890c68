import { datasetFormats, pickText, recognizeLicense, toCsvText } from '@ventana/model';
import type { Dataset } from '@ventana/model';
import type { BadgeTranslator } from './dataset-words.js';

/** One row per resource (one in all for a dataset without), with the dataset's own facts in each. */
export function datasetCsv(dataset: Dataset, t: BadgeTranslator, lang: string): string {
  const text = (source: Dataset['title']): string => pickText(source, lang)?.text ?? '';
  const license = recognizeLicense(dataset.license)?.name ?? dataset.license?.title ?? '';
  const own = [text(dataset.title), text(dataset.publisher), license, dataset.modified ?? ''];
  const head = [
    t('csvDataset'),
    t('csvPublisher'),
    t('csvLicense'),
    t('csvModified'),
    t('csvResource'),
    t('csvFormat'),
    t('csvBytes'),
    t('csvAddress'),
  ];
  const rows = dataset.resources.map((resource) => [
    ...own,
    text(resource.title),
    datasetFormats([resource])[0]?.label ?? '',
    resource.size === undefined ? '' : String(resource.size),
    resource.url ?? resource.urlVerbatim ?? '',
  ]);
  return toCsvText([head, ...(rows.length > 0 ? rows : [[...own, '', '', '', '']])]);
}
