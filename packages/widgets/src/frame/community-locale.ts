import type { Messages, Texts } from '@ventana/l10n';
import { communityTexts } from '@ventana/l10n/community-texts.js';
import { fetchReading, parseJson } from '@ventana/sources';

/**
 * What a community's document at this address has for each widget. Loaded when `messages` names one.
 *
 * @throws {TypeError} when the address is none; {SourceError} when it can't be read
 */
export async function fetchCommunityLocale(
  address: string,
  base: string,
  fetch: typeof globalThis.fetch | undefined,
): Promise<(messages: Messages) => Texts> {
  const { reading } = await fetchReading(
    new URL(address, base).href,
    (answer, given) => ({
      model: parseJson(answer, given),
      received: 1,
      omitted: 0,
      problems: [],
    }),
    fetch ? { fetch } : {},
  );
  return communityTexts(reading.model);
}
