import { expect } from '@open-wc/testing';
import { generateTramites } from '@ventana/model/tramite/generate/generate-tramites.js';
import { createFinder, type CreateFinderOptions, type Finder } from './create-finder.js';
import type { FinderCatalogue } from './finder-engine.js';

/* CSV, because the test server would serve JSON as a module. */
const CATALOGUE = new URL('./finder.fixture.csv', import.meta.url).href;
const workerAddress = new URL('./finder.worker.ts', import.meta.url).href;
const engine: CreateFinderOptions['engine'] = async () =>
  (await import('./finder-engine.js')).openCatalogue;

const WAYS: Readonly<Record<string, CreateFinderOptions>> = {
  'a worker of the page’s origin': { workerAddress, engine },
  'slices on the main thread': { mode: 'slices', engine },
};

async function opened(finder: Finder): Promise<FinderCatalogue> {
  const loaded = await finder.open({ kind: 'address', address: CATALOGUE });
  if (!loaded) throw new Error('nothing opened');
  return loaded.reading.model;
}

for (const [way, options] of Object.entries(WAYS)) {
  describe(`a finder in ${way}`, () => {
    it('loads a catalogue, searches it, and hands out one trámite or all results', async () => {
      const finder = createFinder(options);
      const catalogue = await opened(finder);
      expect(finder.mode).to.equal(options.mode ?? 'worker');
      expect(catalogue.info).to.deep.equal({ count: 4 });
      const { hits, total } = await catalogue.search({ text: 'ine robo' });
      expect(hits[0]?.tramite.homoclave).to.equal('EJ/02');
      expect((await catalogue.get('ej 02'))?.name).to.equal(hits[0]?.tramite.name);
      expect(await catalogue.get('no hay')).to.equal(undefined);
      expect((await catalogue.select({ text: 'ine robo', limit: 1 })).length).to.equal(total);
      await catalogue.complete;
      expect((await catalogue.search({ text: '' })).complete).to.equal(true);
      finder.close();
    });

    it('counts the facets of a query when asked, whatever was searched for meanwhile', async () => {
      const finder = createFinder(options);
      const catalogue = await opened(finder);
      const results = await catalogue.search({ text: 'ine robo' });
      expect(results).not.to.have.property('facets');
      const facets = await catalogue.facets({ text: 'ine robo' });
      const counted = facets.cost?.reduce((sum, { count }) => sum + count, 0);
      expect(counted).to.equal(results.total);
      await catalogue.search({ text: '' });
      expect(await catalogue.facets({ text: 'ine robo' })).to.deep.equal(facets);
      finder.close();
    });

    it('says what went wrong in the same words', async () => {
      const finder = createFinder(options);
      for (const [address, reason] of [
        [`${location.origin}/no-such-file.json`, 'not-found'],
        [new URL('./create-finder.ts', import.meta.url).href, 'malformed'],
      ]) {
        const error = await finder
          .open({ kind: 'address', address: address ?? '' })
          .catch((cause: unknown) => cause as { name: string; reason: string });
        expect(error).to.include({ name: 'SourceError', reason });
      }
      finder.close();
    });

    it('gives up when told to', async () => {
      const finder = createFinder(options);
      const controller = new AbortController();
      const opening = finder.open(
        { kind: 'document', document: { tramites: generateTramites(2000, 3) } },
        { signal: controller.signal },
      );
      setTimeout(() => controller.abort(), 5);
      const error = await opening.catch((cause: unknown) => cause as Error);
      expect(error).to.have.property('name', 'AbortError');
      finder.close();
    });
  });
}

describe('where no worker can be had', () => {
  it('a finder works in slices: script missing, or a page with a policy of its own', async () => {
    const lost = createFinder({ workerAddress: `${location.origin}/no-worker.js`, engine });
    expect((await opened(lost)).info.count).to.equal(4);
    expect(lost.mode).to.equal('slices');

    const script = document.createElement('script');
    script.setAttribute('nonce', 'abc');
    document.head.append(script);
    const strict = createFinder({ workerAddress, engine });
    script.remove();
    await opened(strict);
    expect(strict.mode).to.equal('slices');
  });

  it('or where one can: the page’s own fetch does the fetching', async () => {
    const asked: string[] = [];
    const finder = createFinder({ workerAddress, engine });
    await finder.open(
      { kind: 'address', address: CATALOGUE },
      {
        fetch: (input, init) => {
          asked.push(String(input));
          return fetch(input, init);
        },
      },
    );
    expect([asked, finder.mode]).to.deep.equal([[CATALOGUE], 'worker']);
  });
});
