import { parseDuration } from './duration.js';
import { parseRequirement } from './requirement.js';
import type { Tramite } from './tramite.js';

/**
 * A trámite with what its words say of time and of how many originals and copies. A catalogue is
 * searched without that, so a finder reads it of the few trámites that somebody opens.
 */
export function wholeTramite(tramite: Tramite): Tramite {
  const { duration, requirements } = tramite;
  const read = duration?.kind === 'words' ? parseDuration(duration.verbatim) : duration;
  return {
    ...tramite,
    ...(read && { duration: read }),
    requirements: requirements.map((each) => ({ ...parseRequirement(each.name), ...each })),
  };
}
