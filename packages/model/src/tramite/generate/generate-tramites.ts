import { parseCost } from '../cost.js';
import { parseDuration } from '../duration.js';
import { parseRequirement } from '../requirement.js';
import type { Channel, GovernmentLevel, Tramite } from '../tramite.js';
import { SeededRandom } from './random.js';
import * as lists from './word-lists.js';

interface Family {
  /** `{}` is where the kind of thing stands. */
  readonly name: string;
  readonly kinds: readonly string[];
  readonly level: GovernmentLevel;
  readonly institution: string;
  readonly key: string;
  readonly keywords: readonly string[];
  readonly lifeEvent: string;
  readonly audience: string;
  readonly result: string;
}

const family = (
  level: GovernmentLevel,
  name: string,
  kinds: readonly string[],
  [institution, key]: readonly [string, string],
  keywords: string,
  [lifeEvent, audience, result]: readonly [string, string, string],
): Family => ({
  name,
  kinds,
  level,
  institution,
  key,
  keywords: keywords.split(','),
  lifeEvent,
  audience,
  result,
});

const BUSINESS = ['Abrir un negocio', 'Empresas', 'Licencia'] as const;
const HOME = ['Construir o remodelar', 'Propietarios', 'Permiso'] as const;
const CAR = ['Tener un vehículo', 'Personas', 'Permiso'] as const;
const SCHOOL = ['Estudiar', 'Estudiantes', 'Constancia'] as const;
const FAMILY = ['Formar una familia', 'Personas', 'Copia certificada'] as const;
const SUPPORT = ['Recibir un apoyo', 'Grupos prioritarios', 'Resolución'] as const;
const TRADE = ['Producir o comerciar', 'Empresas', 'Autorización'] as const;

const FAMILIES: readonly Family[] = [
  family(
    'municipal',
    'Licencia de funcionamiento para {}',
    lists.BUSINESSES,
    ['Dirección de Padrón y Licencias', 'DPL'],
    'giro,apertura,negocio',
    BUSINESS,
  ),
  family(
    'municipal',
    'Renovación anual de la licencia de {}',
    lists.BUSINESSES,
    ['Dirección de Padrón y Licencias', 'DPL'],
    'refrendo,giro',
    BUSINESS,
  ),
  family(
    'municipal',
    'Baja del padrón por cierre de {}',
    lists.BUSINESSES,
    ['Tesorería Municipal', 'TM'],
    'cancelación,giro',
    BUSINESS,
  ),
  family(
    'municipal',
    'Visto bueno de protección civil para {}',
    lists.BUSINESSES,
    ['Coordinación de Protección Civil', 'PC'],
    'seguridad,dictamen',
    BUSINESS,
  ),
  family(
    'municipal',
    'Permiso de obra: {}',
    lists.WORKS,
    ['Dirección de Obras Públicas', 'DOP'],
    'construcción,albañil',
    HOME,
  ),
  family(
    'municipal',
    'Terminación y ocupación de {}',
    lists.WORKS,
    ['Dirección de Obras Públicas', 'DOP'],
    'construcción,aviso',
    HOME,
  ),
  family(
    'municipal',
    'Permiso en la vía pública para {}',
    lists.EVENTS,
    ['Secretaría del Ayuntamiento', 'SA'],
    'evento,espectáculo',
    ['Organizar un evento', 'Personas', 'Permiso'],
  ),
  family(
    'municipal',
    'Apoyo municipal a {}',
    lists.SUPPORTS,
    ['DIF Municipal', 'DIF'],
    'ayuda,programa',
    SUPPORT,
  ),
  family(
    'municipal',
    'Beca municipal de {}',
    lists.STUDIES,
    ['Dirección de Educación', 'DE'],
    'escuela,apoyo',
    SCHOOL,
  ),
  family(
    'state',
    'Copia certificada del acta de {}',
    lists.CIVIL_ACTS,
    ['Dirección del Registro Civil', 'RC'],
    'registro civil,acta',
    FAMILY,
  ),
  family(
    'state',
    'Corrección administrativa del acta de {}',
    lists.CIVIL_ACTS,
    ['Dirección del Registro Civil', 'RC'],
    'error,enmienda',
    FAMILY,
  ),
  family(
    'state',
    'Alta y placas de {}',
    lists.VEHICLES,
    ['Secretaría de Finanzas', 'SF'],
    'emplacamiento,matrícula',
    CAR,
  ),
  family(
    'state',
    'Reposición de tarjeta de circulación de {}',
    lists.VEHICLES,
    ['Secretaría de Movilidad', 'SMOV'],
    'extravío,robo',
    CAR,
  ),
  family(
    'state',
    'Licencia de conducir {}',
    lists.VEHICLES,
    ['Secretaría de Movilidad', 'SMOV'],
    'manejo,chofer',
    CAR,
  ),
  family(
    'state',
    'Certificado de estudios de {}',
    lists.STUDIES,
    ['Secretaría de Educación', 'SE'],
    'escuela,duplicado',
    SCHOOL,
  ),
  family(
    'state',
    'Incorporación de escuelas de {}',
    lists.STUDIES,
    ['Secretaría de Educación', 'SE'],
    'validez oficial,plantel',
    SCHOOL,
  ),
  family(
    'state',
    'Fondo estatal para {}',
    lists.SUPPORTS,
    ['Secretaría de Desarrollo Social', 'SDS'],
    'subsidio,programa',
    SUPPORT,
  ),
  family(
    'federal',
    'Permiso de importación de {}',
    lists.PRODUCTS,
    ['Secretaría de Economía', 'SECON'],
    'aduana,comercio exterior',
    TRADE,
  ),
  family(
    'federal',
    'Registro sanitario de {}',
    lists.PRODUCTS,
    ['Comisión de Riesgos Sanitarios', 'CRS'],
    'salud,calidad',
    TRADE,
  ),
  family(
    'federal',
    'Certificado de exportación de {}',
    lists.PRODUCTS,
    ['Servicio de Sanidad Agroalimentaria', 'SSA'],
    'comercio exterior,origen',
    TRADE,
  ),
  family(
    'federal',
    'Concesión para {}',
    lists.TRADES,
    ['Secretaría de Infraestructura', 'SINF'],
    'título,explotación',
    TRADE,
  ),
  family(
    'federal',
    'Cesión de derechos sobre {}',
    lists.TRADES,
    ['Secretaría de Infraestructura', 'SINF'],
    'transmisión,titular',
    TRADE,
  ),
  family(
    'federal',
    'Revalidación de estudios de {}',
    lists.STUDIES,
    ['Secretaría de Educación Pública', 'SEP'],
    'extranjero,equivalencia',
    SCHOOL,
  ),
  family(
    'federal',
    'Padrón nacional de {}',
    lists.SUPPORTS,
    ['Secretaría de Bienestar', 'SB'],
    'registro,programa',
    SUPPORT,
  ),
];

const VARIANTS: readonly string[] = [
  '',
  ' por primera vez',
  ' con representante legal',
  ' (urgente)',
];
const CHANNEL_SETS: readonly (readonly [string, readonly Channel[]])[] = [
  ['Presencial', ['in-person']],
  ['En línea', ['online']],
  ['Presencial y en línea', ['online', 'in-person']],
  ['Presencial o vía telefónica', ['in-person', 'phone']],
];

interface Title {
  readonly name: string;
  readonly family: Family;
  readonly kind: string;
  readonly state?: string;
  readonly municipality?: string;
}

function* titles(): Generator<Title> {
  for (const suffix of VARIANTS) {
    for (const one of FAMILIES) {
      for (const kind of one.kinds) {
        const name = one.name.replace('{}', kind) + suffix;
        if (one.level === 'federal') yield { name, family: one, kind };
        else {
          for (const [state, places] of Object.entries(lists.MUNICIPALITIES)) {
            if (one.level === 'state') {
              yield { name: `${name}, ${state}`, family: one, kind, state };
              continue;
            }
            for (const municipality of places) {
              const full = `${name} en ${municipality}, ${state}`;
              yield { name: full, family: one, kind, state, municipality };
            }
          }
        }
      }
    }
  }
}

/** Different titles that the lists can make. */
let allTitles: readonly Title[] | undefined;

/**
 * A made-up catalogue as large as asked, the same for the same seed: Spanish titles, all different,
 * costs and times as people write them. For benches and stories; no widget may bundle it.
 *
 * @param count - at most about 155,000
 */
export function generateTramites(count: number, seed: number): Tramite[] {
  allTitles ??= [...titles()];
  const random = new SeededRandom(seed);
  const order = Array.from(allTitles, (_, at) => at);
  const wanted = Math.min(count, order.length);
  for (let at = 0; at < wanted; at++) {
    const other = at + random.below(order.length - at);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order
    .slice(0, wanted)
    .map((at, number) => tramiteOf((allTitles as Title[])[at] as Title, number, random));
}

function tramiteOf(title: Title, number: number, random: SeededRandom): Tramite {
  const { name, kind, state, municipality } = title;
  const { level, institution, key, keywords, lifeEvent, audience, result } = title.family;
  const [modality, channels] = random.pick(CHANNEL_SETS);
  const where = municipality ?? state ?? 'todo el país';
  const cost = parseCost(random.pick(lists.COSTS));
  const duration = parseDuration(random.pick(lists.TIMES));
  const homoclave = `${key}-${String(number + 1).padStart(5, '0')}`;
  return {
    id: homoclave,
    homoclave,
    name,
    description: `Con este trámite, quien lo solicita en ${where} obtiene de la autoridad lo necesario para ${kind}, siempre que cumpla los requisitos y pague, en su caso, los derechos que correspondan.`,
    institution: municipality ? `${institution} de ${municipality}` : institution,
    level,
    ...(state === undefined ? {} : { state }),
    ...(municipality === undefined ? {} : { municipality }),
    modality,
    channels,
    ...(cost && { cost }),
    ...(duration && { duration }),
    requirements: random.some(lists.PAPERS, 3 + random.below(5)).map(parseRequirement),
    steps: [
      'Reunir los requisitos y llenar la solicitud.',
      'Entregar los documentos y recibir un folio.',
      `Recoger: ${result.toLowerCase()}.`,
    ],
    places: [{ name: `Ventanilla de ${institution}`, hours: 'Lunes a viernes de 9:00 a 15:00' }],
    legalBasis: [
      { text: `Datos de ejemplo: artículo ${1 + random.below(90)} de una ley inventada` },
    ],
    validity: random.pick(['1 año', '3 años', 'Indefinida', 'No aplica']),
    result,
    who: `${audience} de ${where}.`,
    when: 'Cuando se necesite.',
    lifeEvents: [lifeEvent],
    audience: [audience],
    keywords,
    uses: random.below(5000),
    other: [],
  };
}
