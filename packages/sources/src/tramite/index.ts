export * from './create-finder.js';
export * from './fetch-tramites.js';
export * from './finder-protocol.js';
export * from './open-tramites.js';
export type { AnswerPort, CatalogueOptions } from './read-catalogue.js';
export type { TramiteColumns } from './csv-tramites.js';
export type {
  CatalogueInfo,
  FinderCatalogue,
  FinderOptions,
  FinderSource,
  TramiteHits,
} from './finder-engine.js';
