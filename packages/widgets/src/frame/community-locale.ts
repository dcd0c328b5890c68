import type { Messages, Texts } from '@ventana/l10n';
import { communityTexts } from '@ventana/l10n/community-texts.js';
import { fetchReading, parseJson } from '@ventana/sources';
import type { FetchOptions } from '@ventana/sources';

/**
 * What a community's document at this address has for each widget. Loaded when `messages` names one.
 *
 * @throws {SourceError} when the address can't be read
 */
export async function fetchCommunityLocale(
  address: string,
  options: FetchOptions,
): Promise<(messages: Messages) => Texts> {
  const { reading } = await fetchReading(
    address,
    (answer, given) => ({
      model: parseJson(answer, given),
      received: 1,
      omitted: 0,
      problems: [],
    }),
    options,
  );
  return communityTexts(reading.model);
}
