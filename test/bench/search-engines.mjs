/**
 * Our trámite index beside the search libraries that docs/decisions/005-search.md weighs: the same
 * catalogue and queries, each library with the settings that served it best. The libraries are no
 * dependencies of this repository; the ones that are not installed are passed over:
 *
 *     npm install --no-save minisearch@7.2.0 flexsearch@0.8.212 @orama/orama@3.1.18 lunr@2.3.9 fuse.js@7.5.0
 *     pnpm build && node test/bench/search-engines.mjs [trámites] [seed]
 */
import { generateQueries } from '../../packages/model/dist/tramite/generate/generate-queries.js';
import { foldText as fold } from '../../packages/model/dist/fold-text.js';
import { generateTramites } from '../../packages/model/dist/tramite/generate/generate-tramites.js';
import { searchIndex } from '../../packages/model/dist/tramite/search/search-index.js';
import { runSteps } from '../../packages/model/dist/tramite/search/steps.js';
import { indexTramites, longText } from '../../packages/model/dist/tramite/search/term-index.js';
import { isStopWord } from '../../packages/model/dist/tramite/search/words.js';

const [count = '7000', seed = '2'] = process.argv.slice(2);
const tramites = generateTramites(Number(count), Number(seed));
const docs = tramites.map((tramite) => ({
  id: tramite.id,
  title: tramite.name,
  keywords: [
    ...tramite.keywords,
    ...tramite.lifeEvents,
    ...tramite.audience,
    tramite.institution ?? '',
    tramite.municipality ?? '',
    tramite.state ?? '',
  ].join(' '),
  text: longText(tramite),
}));
/** @type {import('../../packages/model/src/tramite/generate/generate-queries.js').QueryKind[]} */
const KINDS = ['plain', 'accentless', 'prefix', 'misspelt'];
const queries = KINDS.map((kind) => ({
  kind,
  list: generateQueries(tramites, kind, 200, Number(seed) + 53),
}));
const edits = (/** @type {string} */ word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * @param {string} name
 * @param {() => any} build
 * @param {(engine: any, text: string) => string[] | Promise<string[]>} search ids, best first
 * @param {number} most queries of each kind: some engines are slow
 */
async function measure(name, build, search, most = 200) {
  let started = performance.now();
  let engine;
  try {
    engine = await build();
  } catch {
    console.log(`${name}: not installed`);
    return;
  }
  const building = performance.now() - started;
  /** @type {number[]} */
  const times = [];
  const shares = [];
  for (const { kind, list } of queries) {
    const asked = list.slice(0, most);
    /** @type {number[]} */
    const places = [];
    for (const { text, wanted } of asked) {
      started = performance.now();
      const found = await search(engine, text);
      times.push(performance.now() - started);
      places.push(found.indexOf(wanted));
    }
    const share = (/** @type {number} */ within) =>
      (
        (100 * places.filter((place) => place >= 0 && place < within).length) /
        asked.length
      ).toFixed(1);
    shares.push(`${kind} ${share(1)} % first, ${share(10)} % in ten`);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)]?.toFixed(1);
  console.log(
    `${name}: built in ${building.toFixed(0)} ms, answers in ${at(0.5)} ms (p95 ${at(0.95)}); ${shares.join('; ')}`,
  );
}

await measure(
  'own, all text',
  () => runSteps(indexTramites(tramites)),
  (index, text) => searchIndex(index, { text }).hits.map(({ tramite }) => tramite.id),
);
for (const fields of [
  ['title', 'keywords', 'text'],
  ['title', 'keywords'],
]) {
  await measure(
    `MiniSearch, ${fields.join(' ')}`,
    async () => {
      const { default: MiniSearch } = await import(String('minisearch'));
      const engine = new MiniSearch({
        fields,
        processTerm: (/** @type {string} */ term) => (isStopWord(fold(term)) ? null : fold(term)),
        searchOptions: { boost: { title: 4, keywords: 2 }, prefix: true, fuzzy: edits },
      });
      engine.addAll(docs);
      return engine;
    },
    (engine, text) =>
      engine
        .search(text)
        .slice(0, 10)
        .map((/** @type {any} */ hit) => hit.id),
  );
}
await measure(
  'FlexSearch',
  async () => {
    const { default: flex } = await import(String('flexsearch'));
    const engine = new flex.Index({ tokenize: 'forward', encoder: flex.Charset.LatinAdvanced });
    docs.forEach(({ title, keywords }, at) => engine.add(at, `${title} ${keywords}`));
    return engine;
  },
  (engine, text) =>
    engine
      .search(text, { limit: 10, suggest: true })
      .map((/** @type {number} */ at) => docs[at]?.id),
);
await measure(
  'Orama, Spanish',
  async () => {
    const { create, insertMultiple, search } = await import(String('@orama/orama'));
    const db = create({
      schema: { title: 'string', keywords: 'string' },
      components: { tokenizer: { language: 'spanish' } },
    });
    await insertMultiple(
      db,
      docs.map(({ id, title, keywords }) => ({ id, title, keywords })),
    );
    return (/** @type {string} */ term) =>
      search(db, { term, tolerance: 1, limit: 10, boost: { title: 4 } });
  },
  async (search, text) =>
    (await search(text)).hits.map((/** @type {any} */ hit) => hit.document.id),
  100,
);
await measure(
  'lunr, folded',
  async () => {
    const { default: lunr } = await import(String('lunr'));
    return lunr(function (/** @type {any} */ builder) {
      builder.ref('id');
      builder.field('title', { boost: 4 });
      builder.field('keywords');
      builder.pipeline.reset();
      builder.searchPipeline.reset();
      for (const { id, title, keywords } of docs) {
        builder.add({ id, title: fold(title), keywords: fold(keywords) });
      }
    });
  },
  (engine, text) =>
    engine
      .query((/** @type {any} */ query) => {
        for (const word of fold(text).split(' ')) {
          query.term(word, { boost: 10 });
          query.term(word, { wildcard: 2, boost: 3 });
          query.term(word, { editDistance: edits(word) });
        }
      })
      .slice(0, 10)
      .map((/** @type {any} */ hit) => hit.ref),
  60,
);
await measure(
  'Fuse, titles',
  async () => {
    const { default: Fuse } = await import(String('fuse.js'));
    return new Fuse(docs, {
      keys: ['title'],
      ignoreDiacritics: true,
      ignoreLocation: true,
      threshold: 0.4,
    });
  },
  (engine, text) => engine.search(text, { limit: 10 }).map((/** @type {any} */ hit) => hit.item.id),
  15,
);
