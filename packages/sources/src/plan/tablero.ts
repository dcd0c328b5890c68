type Raw = Readonly<Record<string, unknown>>;

/** What the tablero of the 2013–2015 plan painted for each letter. */
const CODES: Raw = { a: 'not-started', b: 'in-progress', c: 'complete' };

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Forms of other trackers, told by what they alone have, as a plan document; anything else as it is.
 *
 * - The tablero of the 2013–2015 plan (GobiernoFacil/compromisos): commitments with `steps`, each
 *   with the day it `ends` and its `objectives`, of status a, b or c. An objective becomes a
 *   milestone, due when its step ends.
 * - Its summary: `osc_por_tema` (theme -> organisation) and `estatus_codigos` (letter -> words).
 * - Koalitionstracker: `statements`, whose only text is their summary.
 */
export function asPlanDocument(raw: unknown): unknown {
  if (Array.isArray(raw))
    return raw.some((item) => isRecord(item) && Array.isArray(item['steps']))
      ? raw.map((item) => fromTablero(item, CODES))
      : raw;
  if (!isRecord(raw)) return raw;
  const { osc_por_tema: oscs, estatus_codigos: codes, statements, ...rest } = raw;
  const document: Record<string, unknown> = rest;
  if (Array.isArray(statements))
    document['commitments'] = statements.map((item: unknown) =>
      isRecord(item) && item['title'] == null
        ? { ...item, title: item['summary'], summary: null }
        : item,
    );
  if (isRecord(oscs))
    document['themes'] ??= Object.keys(oscs).map((title) => ({ title, csos: oscs[title] }));
  const words = isRecord(codes) ? codes : CODES;
  for (const key of ['commitments', 'compromisos']) {
    const list = document[key];
    if (!Array.isArray(list)) continue;
    if (isRecord(codes) || list.some((item) => isRecord(item) && Array.isArray(item['steps'])))
      document[key] = list.map((item) => fromTablero(item, words));
  }
  return document;
}

function fromTablero(item: unknown, codes: Raw): unknown {
  if (!isRecord(item)) return item;
  const { steps, users, commitment_num: number, ...rest } = item;
  const people = listOf(users).filter(isRecord);
  const offices = (type: string): unknown[] =>
    people
      .filter((user) => user['user_type'] === type)
      .map((user) => user['charge'] || user['name']);
  return {
    ...rest,
    ...(number == null ? {} : { number }),
    ...status(item, codes),
    ...(people.length > 0 ? { institutions: offices('government'), csos: offices('society') } : {}),
    ...(Array.isArray(steps) ? { milestones: steps.flatMap((step) => fromStep(step, codes)) } : {}),
  };
}

function fromStep(step: unknown, codes: Raw): readonly unknown[] {
  if (!isRecord(step)) return [step];
  const name = step['step_num'];
  return listOf(step['objectives']).map((objective) => {
    if (!isRecord(objective)) return objective;
    const { event_num: event, title, description, agents, agent, agent_url: url } = objective;
    const told = listOf(agents).filter(isRecord);
    const links = [objective['mir_url'], objective['url']].filter((link) => link);
    return {
      // Of one of the two alone an id would be ours, and there twice.
      id: name == null || event == null ? undefined : `${String(name)}.${String(event)}`,
      title: title || description,
      step: name,
      due: step['ends'],
      ...status(objective, codes),
      responsible: (told.length > 0 ? told : agent ? [{ agent, agent_url: url }] : []).map(
        (one) => ({
          name: one['agent'],
          url: withScheme(one['agent_url']),
        }),
      ),
      evidence: links.map((link) => ({ url: withScheme(link) })),
      note: objective['finish_description'] || objective['advance_description'],
    };
  });
}

function status({ status: code }: Raw, codes: Raw): { status?: unknown } {
  if (typeof code !== 'string') return {};
  return { status: Object.hasOwn(codes, code) ? codes[code] : code };
}

/** People typed `www.gob.mx`; the tablero put the scheme before it when it painted the link. */
function withScheme(address: unknown): unknown {
  if (typeof address !== 'string' || address === '') return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
}
