import { foldWords } from '@ventana/model/tramite/fold.js';
import { draftOf, OWN_NAMES, type Draft, type Field } from './fields.js';

/** How catalogues name each field, folded, beside the names in our own JSON. */
const NAMES: Readonly<Record<Field, string>> = {
  id: 'identificador|identifier|clave|folio',
  homoclave: 'clave homoclave|homoclave del tramite|cofemer clave',
  name: 'titulo|title|tramite|nombre del tramite|nombre tramite|nombre oficial|nombre del tramite o servicio|nombre del servicio|servicio|denominacion|tramite o servicio',
  description: 'objetivo|que es|resumen|summary|en que consiste|descripcion del tramite',
  institution:
    'institucion|secretaria|sujeto obligado|organismo|organization|dependencia u organismo|autoridad|ente publico|entidad',
  unit: 'unidad administrativa|area|departamento|unidad responsable|area responsable',
  responsible: 'titular|contacto|contact',
  level: 'nivel de gobierno|orden de gobierno|ambito|ambito de gobierno|government level',
  state: 'entidad federativa',
  municipality: 'alcaldia|ayuntamiento',
  modality: 'modalidades',
  channels:
    'canal|canal de atencion|canales de atencion|medio|medios|medio de presentacion|medio de atencion',
  cost: 'costos|costs|monto|precio|tarifa|derechos|monto de los derechos|costo del tramite|fees|fee|costo y forma de pago',
  duration:
    'plazos|tardanza|tiempo|tiempo de respuesta|plazo de respuesta|plazo maximo|plazo maximo de respuesta|plazo de resolucion|duracion|tiempo estimado|tiempo de entrega|processing time',
  requirements:
    'requisito|documentos|documentos requeridos|documentos necesarios|required documents|que necesito',
  copiesNote: 'copies|numero de copias|originales y copias',
  steps: 'proceso|procedimiento|process|pasos a seguir|como se hace|application process',
  places:
    'lugares|lugar|oficinas|oficina|ubicacion|ubicaciones|where|lugar de atencion|modulos|ventanilla',
  hours: 'horarios|horario de atencion|horarios de atencion|dias y horarios',
  address: 'domicilio|domicilio de la oficina',
  phone: 'telefonos|telephone|numero de telefono',
  legalBasis:
    'fundamento juridico|fundamento legal|marco legal|base legal|fundamentacion|marco juridico|sustento legal',
  validity: 'vigencia del documento|vigencia del tramite',
  result:
    'documento que se obtiene|documento a obtener|producto|que obtengo|que se obtiene|comprobante a obtener|beneficio',
  resolution: 'criterios de resolucion|criterio de resolucion|afirmativa o negativa ficta',
  who: 'quienes|quien puede|quien puede solicitarlo|quien lo solicita|solicitante|eligibility|quien puede realizarlo',
  when: 'casos|casos en los que se debe realizar|cuando se realiza|en que casos',
  lifeEvents: 'evento de vida|eventos vida|life event',
  audience: 'dirigido a|publico objetivo|poblacion objetivo|poblacion|usuarios',
  keywords: 'etiquetas|tags|sinonimos|palabra clave',
  visits: 'numero de visitas',
  uses: 'solicitudes al ano|solicitudes anuales|popularidad|frecuencia anual',
  url: 'link|enlace|liga oficial|enlace oficial|ficha oficial|pagina web|sitio web|pagina oficial|web',
  updated:
    'actualizacion|fecha de actualizacion|fecha actualizacion|ultima actualizacion|modified|date modified|last modified|fecha de modificacion',
};

let byName: Map<string, Field> | undefined;

/** Keys met before: every record of a catalogue has the same ones. */
const met = new Map<string, Field | undefined>();
/** A file of nothing but keys fills no memory. */
const MOST_MET = 2_000;

/** The field that a key or header means: `Fundamento_jurídico`, `palabrasClave`, `required_documents`. */
export function fieldOf(key: string): Field | undefined {
  if (!byName) {
    byName = new Map();
    for (const field of Object.keys(NAMES) as Field[]) {
      for (const name of [OWN_NAMES[field], field, ...NAMES[field].split('|')]) {
        const folded = foldWords(spaced(name));
        if (!byName.has(folded)) byName.set(folded, field);
      }
    }
  }
  let field = met.get(key);
  if (field || met.has(key)) return field;
  field = byName.get(foldWords(spaced(key.slice(0, 100))));
  if (met.size < MOST_MET && key.length < 100) met.set(key, field);
  return field;
}

/** `palabrasClave` as two words. */
function spaced(key: string): string {
  return key.replace(/([a-záéíóúñ])([A-Z])/g, '$1 $2');
}

/** A record's keys sorted into fields by what they may mean; `passedOver` are no fields of it. */
export function guessedDraft(
  record: Readonly<Record<string, unknown>>,
  passedOver: RegExp,
  find: (key: string) => Field | undefined = fieldOf,
): Draft {
  return draftOf(
    Object.keys(record)
      .filter((key) => !passedOver.test(key))
      .map((key) => [key, record[key]] as const),
    find,
  );
}
