import type { Reading, TramiteCatalogue } from '@ventana/model';
import type { Steps } from '@ventana/model/tramite/search/steps.js';
import { inSlices } from '../csv/slices.js';
import type { Loaded } from '../fetch-reading.js';
import { SourceError } from '../transport/source-error.js';
import type { Answer } from '../transport/transport.js';
import { documentIn, type TramiteOptions } from './document-in.js';
import type * as ForeignCatalogues from './foreign-catalogues.js';
import type { ReadPage } from './hsds-pages.js';
import { readOwn } from './own-catalogue.js';
import type { ReadRecords } from './read-records.js';

export interface CatalogueOptions extends TramiteOptions {
  /** HSDS pages read at most. Default 40; where there are more, the catalogue says "al menos". */
  readonly maxPages?: number;
  /** Milliseconds of reading before the page gets its turn. Default 8. */
  readonly sliceMs?: number;
}

/** Where answers come from: the network, the store of last good ones, or the page (for a worker). */
export interface AnswerPort {
  /** @throws {SourceError} */
  get(address: string): Promise<Answer>;
  /** Called once the answer turned out to be of a form known here. */
  keep(address: string, answer: Answer): void;
}

/** Takes all steps, in slices, or as many as it needs to be enough. */
export async function takeSteps<T>(
  steps: Steps<T>,
  { sliceMs, signal }: Pick<CatalogueOptions, 'sliceMs' | 'signal'>,
  isEnough?: () => boolean,
): Promise<T | undefined> {
  let value: T | undefined;
  await inSlices(
    () => {
      const step = steps.next();
      if (step.done) value = step.value;
      return !step.done && !isEnough?.();
    },
    { stepsPerLook: 8, ...(sliceMs !== undefined && { sliceMs }), ...(signal && { signal }) },
  );
  return value;
}

/** The readers of what is not plainly our own JSON: loaded when such a catalogue comes. */
async function foreignReaders(): Promise<typeof ForeignCatalogues> {
  try {
    return await import('./foreign-catalogues.js');
  } catch (cause) {
    const file = 'foreign-catalogues.js';
    throw new SourceError('unreachable', file, `${file} of Ventana was not loaded.`, { cause });
  }
}

/**
 * A document of any form, read in slices.
 *
 * @param root - parsed JSON, or the text of a CSV
 * @param address - named in errors
 * @param readRecords - `readRecords`, or `readWholeRecords`
 * @param known - called once it is of a form known here
 * @throws {SourceError}
 */
export async function readDocument(
  root: unknown,
  address: string,
  options: CatalogueOptions,
  readRecords: ReadRecords,
  known?: () => void,
): Promise<ReadPage> {
  const own = await takeSteps(readOwn(root, readRecords), options);
  if (own) {
    known?.();
    return { reading: own };
  }
  const { openForeign } = await foreignReaders();
  const { read, page } = openForeign(root, address, readRecords, options.columns);
  known?.();
  const reading = (await takeSteps(read, options)) as Reading<TramiteCatalogue>;
  return { reading, ...(page && { page }) };
}

/** Reads the catalogue at an address, in slices, and follows its pages. */
export async function readCatalogue(
  src: string,
  port: AnswerPort,
  options: CatalogueOptions,
  readRecords: ReadRecords,
): Promise<Loaded<TramiteCatalogue>> {
  const read = async (asked: string) => {
    const answer = await port.get(asked);
    const keep = (): void => port.keep(asked, answer);
    const root = documentIn(answer, options);
    return { ...(await readDocument(root, answer.address, options, readRecords, keep)), answer };
  };
  const { answer, ...first } = await read(src);
  const { address, retrievedAt, lastModified } = answer;
  const { page } = first;
  return {
    address,
    retrievedAt,
    ...(lastModified && { lastModified }),
    reading: page
      ? await (await foreignReaders()).followPages(src, { ...first, page }, read, options)
      : first.reading,
  };
}
