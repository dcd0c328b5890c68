import { PermalinkController } from '../frame/permalink-controller.js';
import type { LinkState, PermalinkHost } from '../frame/permalink-controller.js';
import type { PathStep } from './budget-scene.js';

const CHOICES = ['view', 'by', 'measure', 'year', 'adjust', 'unit'] as const;

type Host = PermalinkHost &
  Record<(typeof CHOICES)[number], string> & { path: readonly PathStep[] };

/** Keeps the reader's choices in the address of the page. Loaded when `permalink` is set. */
export function keepInAddress(host: Host): void {
  new PermalinkController(
    host,
    () => linkState(host),
    ({ path = '', ...choices }) => {
      Object.assign(host, choices, { path: pathOf(path) });
    },
  );
  host.requestUpdate();
}

function linkState(host: Host): LinkState {
  return {
    ...Object.fromEntries(CHOICES.map((name) => [name, host[name]])),
    path: host.path.map(({ by, value }) => [by, value].map(encodeURIComponent).join('=')).join('/'),
  };
}

/** `ramo=Salud/capitulo=Obra`; of one that can't be read, the whole. */
function pathOf(text: string): PathStep[] {
  try {
    return text.split('/').flatMap((step): PathStep[] => {
      const [by = '', value = ''] = step.split('=').map(decodeURIComponent);
      return by ? [{ by, value }] : [];
    });
  } catch {
    return [];
  }
}
