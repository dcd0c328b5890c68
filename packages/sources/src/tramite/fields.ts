import type { Tramite } from '@ventana/model';
import { foldWords } from '@ventana/model/tramite/fold.js';

/** What a column or key may hold. `hours`, `address` and `phone` go into a place. */
export type Field =
  | Exclude<keyof Tramite, 'other' | 'urlVerbatim' | 'updatedVerbatim'>
  | 'hours'
  | 'address'
  | 'phone';

/** How catalogues name each field, folded; the first is the name in our own JSON. */
const NAMES: Readonly<Record<Field, string>> = {
  id: 'id|identificador|identifier|clave|folio',
  homoclave: 'homoclave|clave homoclave|homoclave del tramite|cofemer clave',
  name: 'nombre|name|titulo|title|tramite|nombre del tramite|nombre tramite|nombre oficial|nombre del tramite o servicio|nombre del servicio|servicio|denominacion|tramite o servicio',
  description:
    'descripcion|description|objetivo|que es|resumen|summary|en que consiste|descripcion del tramite',
  institution:
    'dependencia|institucion|institution|secretaria|sujeto obligado|organismo|organization|dependencia u organismo|autoridad|ente publico|entidad',
  unit: 'unidad|unidad administrativa|area|departamento|unit|unidad responsable|area responsable',
  responsible: 'responsable|titular|contacto|responsible|contact',
  level:
    'nivel|nivel de gobierno|orden de gobierno|ambito|level|ambito de gobierno|government level',
  state: 'estado|entidad federativa|state',
  municipality: 'municipio|alcaldia|municipality|ayuntamiento',
  modality: 'modalidad|modality|modalidades',
  channels:
    'canales|canal|canal de atencion|canales de atencion|channels|medio|medios|medio de presentacion|medio de atencion',
  cost: 'costo|costos|cost|costs|monto|precio|tarifa|derechos|monto de los derechos|costo del tramite|fees|fee|costo y forma de pago',
  duration:
    'plazo|plazos|tardanza|tiempo|tiempo de respuesta|plazo de respuesta|plazo maximo|plazo maximo de respuesta|plazo de resolucion|duracion|duration|tiempo estimado|tiempo de entrega|processing time',
  requirements:
    'requisitos|requisito|requirements|documentos|documentos requeridos|documentos necesarios|required documents|que necesito',
  copiesNote: 'copias|copies|numero de copias|originales y copias',
  steps:
    'pasos|proceso|procedimiento|steps|process|pasos a seguir|como se hace|application process',
  places:
    'donde|lugares|lugar|oficinas|oficina|ubicacion|ubicaciones|places|where|lugar de atencion|modulos|ventanilla',
  hours: 'horario|horarios|hours|horario de atencion|horarios de atencion|dias y horarios',
  address: 'direccion|domicilio|address|domicilio de la oficina',
  phone: 'telefono|telefonos|phone|telephone|numero de telefono',
  legalBasis:
    'fundamento|fundamento juridico|fundamento legal|legal basis|marco legal|base legal|fundamentacion|marco juridico|sustento legal',
  validity: 'vigencia|validity|vigencia del documento|vigencia del tramite',
  result:
    'resultado|result|documento que se obtiene|documento a obtener|producto|que obtengo|que se obtiene|comprobante a obtener|beneficio',
  resolution:
    'resolucion|criterios de resolucion|criterio de resolucion|resolution|afirmativa o negativa ficta',
  who: 'quien|quienes|quien puede|quien puede solicitarlo|quien lo solicita|solicitante|who|eligibility|quien puede realizarlo',
  when: 'cuando|when|casos|casos en los que se debe realizar|cuando se realiza|en que casos',
  lifeEvents: 'eventos de vida|evento de vida|eventos vida|life events|life event',
  audience: 'audiencia|audience|dirigido a|publico objetivo|poblacion objetivo|poblacion|usuarios',
  keywords: 'palabras clave|etiquetas|keywords|tags|sinonimos|palabra clave',
  visits: 'visitas|visits|numero de visitas',
  uses: 'usos|uses|solicitudes al ano|solicitudes anuales|popularidad|frecuencia anual',
  url: 'liga|url|link|enlace|liga oficial|enlace oficial|ficha oficial|pagina web|sitio web|pagina oficial|web',
  updated:
    'actualizado|actualizacion|fecha de actualizacion|fecha actualizacion|ultima actualizacion|updated|modified|date modified|last modified|fecha de modificacion',
};

let byName: Map<string, Field> | undefined;

/** The field that a key or header means: `Fundamento_jurídico`, `palabrasClave`, `required_documents`. */
export function fieldOf(key: string): Field | undefined {
  if (!byName) {
    byName = new Map();
    for (const field of Object.keys(NAMES) as Field[]) {
      for (const name of [...NAMES[field].split('|'), foldWords(spaced(field))]) {
        if (!byName.has(name)) byName.set(name, field);
      }
    }
  }
  return byName.get(foldWords(spaced(key.slice(0, 100))));
}

/** `palabrasClave` as two words. */
function spaced(key: string): string {
  return key.replace(/([a-záéíóúñ])([A-Z])/g, '$1 $2');
}

/** A raw record under the names of our fields, and what no field knows under its own name. */
export interface Draft {
  readonly fields: Map<Field, unknown>;
  readonly other: [name: string, value: unknown][];
}

/**
 * Sorts keys into fields. Where two keys mean one field the first is it; a second institution is
 * the unit within it (`secretaria`, then `dependencia`); any other second stays under its name.
 */
export function draftOf(
  entries: Iterable<readonly [key: string, value: unknown]>,
  find: (key: string) => Field | undefined = fieldOf,
): Draft {
  const draft: Draft = { fields: new Map(), other: [] };
  for (const [key, value] of entries) {
    if (value === null || value === undefined || value === '') continue;
    const field = find(key);
    const { fields } = draft;
    if (field && !fields.has(field)) fields.set(field, value);
    else if (field === 'institution' && !fields.has('unit')) fields.set('unit', value);
    else draft.other.push([key, value]);
  }
  return draft;
}
