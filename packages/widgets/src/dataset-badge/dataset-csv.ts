import { datasetFormats, lastUpdate, pickText, recognizeLicense, toCsvText } from '@ventana/model';
import type { Dataset } from '@ventana/model';
import type { BadgeTranslator } from './dataset-words.js';

/** One row per resource (one in all for a dataset without), with the dataset's own facts in each. */
export function datasetCsv(dataset: Dataset, t: BadgeTranslator, lang: string): string {
  const text = (source: Dataset['title']): string => pickText(source, lang)?.text ?? '';
  const { license, resources } = dataset;
  const own = [
    text(dataset.title),
    text(dataset.publisher),
    recognizeLicense(license)?.name ?? license?.title ?? license?.id ?? license?.url ?? '',
    lastUpdate(dataset) ?? dataset.modifiedVerbatim ?? '',
  ];
  const rows = resources.map((resource) => [
    ...own,
    text(resource.title),
    datasetFormats([resource])[0]?.label ?? '',
    String(resource.size ?? ''),
    resource.url ?? resource.urlVerbatim ?? '',
  ]);
  return toCsvText([
    [
      t('what'),
      t('publisher'),
      t('license'),
      t('updated'),
      t('resource'),
      t('format'),
      `${t('size')} (bytes)`,
      t('link'),
    ],
    ...(rows.length > 0 ? rows : [[...own, '', '', '', '']]),
  ]);
}
