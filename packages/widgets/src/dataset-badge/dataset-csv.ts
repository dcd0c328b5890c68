import { datasetFormats, lastUpdate, licenseName, pickText, toCsvText } from '@ventana/model';
import type { Dataset } from '@ventana/model';
import type { BadgeTranslator } from './dataset-words.js';

/** One row per resource (one in all for a dataset without), with the dataset's own facts in each. */
export function datasetCsv(dataset: Dataset, t: BadgeTranslator, lang: string): string {
  const text = (source: Dataset['title']): string => pickText(source, lang)?.text ?? '';
  const { license, resources } = dataset;
  const own = (its = license): string[] => [
    text(dataset.title),
    text(dataset.publisher),
    licenseName(its) ?? '',
    lastUpdate(dataset) ?? dataset.modifiedVerbatim ?? '',
  ];
  const rows = resources.map((resource) => [
    ...own(resource.license),
    text(resource.title),
    datasetFormats([resource])
      .map(({ label }) => label)
      .join(' / '),
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
    ...(rows.length > 0 ? rows : [[...own(), '', '', '', '']]),
  ]);
}
