import type { Dataset } from '@ventana/model';
import {
  fetchReading,
  recallReading,
  type FetchOptions,
  type Loaded,
  type ParseAnswer,
} from '../fetch-reading.js';
import { parseJson } from '../transport/read-json.js';
import { SourceError } from '../transport/source-error.js';
import type { DatasetOptions } from './choose-dataset.js';
import { detectDataset } from './detect-dataset.js';
import { encodePart } from '../address.js';

export interface FetchDatasetOptions extends FetchOptions {
  /** Which one: CKAN's id or name, DCAT's identifier. */
  readonly dataset?: DatasetOptions['dataset'];
}

/**
 * The address to ask for a dataset, so that one request is enough:
 * - no `dataset`, a query, or a file (`…/data.json`): `src` as it is; `dataset` then chooses in the answer
 * - an action other than `package_show` (`…/api/3/action/package_search`): as it is, likewise
 * - anything else is CKAN: a portal, in a folder or not, `…/api`, `…/api/3`, `…/api/3/action` or
 *   `…/action/package_show`, asked for `package_show?id=<dataset>`
 */
export function datasetAddress(src: string, dataset?: DatasetOptions['dataset']): string {
  const wanted = dataset?.trim() ?? '';
  const [path = ''] = src.split('#', 1);
  const place = path.replace(/^(?:https?:)?\/\/[^/?]*/i, '');
  if (wanted === '' || /\?|\/[^/]*\.[a-z0-9]+$|^[^/]*\.[a-z0-9]+$/i.test(place)) return src;
  const [, portal = '', version = '/3', action = 'package_show'] =
    /^(.*?)(?:\/api(\/\d+)?(?:\/action(?:\/(\w+))?)?)?\/*$/.exec(path) ?? [];
  if (action !== 'package_show') return src;
  return `${portal}/api${version}/action/${action}?id=${encodePart(wanted)}`;
}

function parser(dataset: DatasetOptions['dataset']): ParseAnswer<Dataset> {
  return (answer, options) => {
    const { address } = answer;
    try {
      return detectDataset(parseJson(answer, options), { address, dataset });
    } catch (error) {
      // A folder that is a web page is a portal's own: the page forgot to say which dataset.
      if (
        dataset?.trim() ||
        !/^[^?]*\/$/.test(address) ||
        (error as SourceError).reason !== 'html'
      ) {
        throw error;
      }
      throw new SourceError(
        'not-chosen',
        address,
        `${address} is a portal: choose one with dataset="…".`,
      );
    }
  };
}

/**
 * Reads a dataset from a CKAN portal or answer, or from a DCAT catalogue. See
 * {@link datasetAddress} for what `src` may be.
 *
 * @throws {SourceError} always this type, except `AbortError` when `options.signal` aborts
 */
export function fetchDataset(
  src: string,
  { dataset, ...options }: FetchDatasetOptions = {},
): Promise<Loaded<Dataset>> {
  return fetchReading(datasetAddress(src, dataset), parser(dataset), options);
}

/** The last good copy of what {@link fetchDataset} reads, without a request; `undefined` when there is none. */
export function recallDataset(
  src: string,
  { dataset, ...options }: FetchDatasetOptions = {},
): Promise<Loaded<Dataset> | undefined> {
  return recallReading(datasetAddress(src, dataset), parser(dataset), options);
}
