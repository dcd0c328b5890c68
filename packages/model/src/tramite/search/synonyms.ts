import { phraseKey } from './sound-stem.js';
import { isStopWord, wordsOf } from './words.js';

/** Names for one thing. A site adds its own to the ones that come along. */
export interface SynonymGroup {
  /** Each of these finds trámites that use any other: `INE`, `credencial para votar`. */
  readonly same: readonly string[];
  /** Too vague to say it of a trámite that uses the word, but what people type: `acta`. */
  readonly asked?: readonly string[];
}

/** What people in Mexico call papers, dues and offices. */
export const SYNONYMS: readonly SynonymGroup[] = [
  {
    same: [
      'credencial para votar',
      'credencial de elector',
      'INE',
      'IFE',
      'Instituto Nacional Electoral',
    ],
    asked: ['mica', 'credencial'],
  },
  { same: ['acta de nacimiento', 'partida de nacimiento'], asked: ['acta', 'actas'] },
  { same: ['registro de nacimiento', 'registrar a un bebé', 'registrar recién nacido'] },
  { same: ['acta de matrimonio', 'acta de casamiento'] },
  { same: ['matrimonio', 'boda', 'casamiento'], asked: ['casar', 'casarse', 'casarme'] },
  { same: ['divorcio', 'divorciarse', 'separación legal'] },
  { same: ['acta de defunción', 'certificado de defunción'], asked: ['fallecimiento', 'muerte'] },
  {
    same: ['CURP', 'clave única de registro de población'],
  },
  {
    same: ['RFC', 'registro federal de contribuyentes'],
    asked: ['darse de alta en el SAT', 'alta en hacienda', 'cédula fiscal'],
  },
  { same: ['constancia de situación fiscal', 'cédula de identificación fiscal', 'CSF'] },
  { same: ['SAT', 'Servicio de Administración Tributaria'], asked: ['hacienda'] },
  { same: ['firma electrónica', 'e.firma', 'FIEL', 'firma electrónica avanzada'] },
  {
    same: [
      'licencia de conducir',
      'licencia de manejo',
      'licencia para conducir',
      'permiso para conducir',
    ],
    asked: ['licencia', 'manejar', 'brevete'],
  },
  { same: ['placas', 'matrícula vehicular'], asked: ['láminas'] },
  {
    same: ['alta vehicular', 'alta de vehículo', 'emplacamiento'],
    asked: ['placas', 'emplacar', 'dar de alta carro'],
  },
  { same: ['automóvil', 'carro', 'coche', 'auto', 'vehículo', 'vehicular'] },
  { same: ['motocicleta', 'moto'] },
  { same: ['tarjeta de circulación'], asked: ['circulación'] },
  { same: ['tenencia', 'refrendo vehicular', 'impuesto sobre tenencia'] },
  { same: ['verificación vehicular', 'verificación ambiental', 'holograma'] },
  { same: ['infracción de tránsito', 'multa de tránsito', 'foto multa', 'fotomulta'] },
  { same: ['pasaporte'], asked: ['salir del país', 'viajar al extranjero'] },
  { same: ['visa', 'visado'] },
  {
    same: ['cédula profesional', 'registro de título'],
    asked: ['cédula', 'título profesional'],
  },
  { same: ['predial', 'impuesto predial', 'impuesto a la propiedad'] },
  { same: ['traslado de dominio', 'ISAI', 'impuesto sobre adquisición de inmuebles'] },
  { same: ['escritura', 'escrituración', 'título de propiedad'] },
  {
    same: ['cartilla militar', 'cartilla del servicio militar', 'servicio militar'],
    asked: ['cartilla', 'precartilla'],
  },
  { same: ['cartilla de vacunación', 'cartilla nacional de salud'] },
  { same: ['afore', 'administradora de fondos para el retiro', 'ahorro para el retiro'] },
  { same: ['pensión', 'jubilación'], asked: ['jubilarse', 'retiro'] },
  {
    same: ['IMSS', 'seguro social', 'Instituto Mexicano del Seguro Social'],
  },
  { same: ['número de seguridad social', 'NSS'], asked: ['número del seguro'] },
  {
    same: ['ISSSTE', 'Instituto de Seguridad y Servicios Sociales de los Trabajadores del Estado'],
  },
  { same: ['Infonavit', 'crédito de vivienda', 'crédito hipotecario'], asked: ['casa'] },
  {
    same: ['antecedentes no penales', 'no antecedentes penales', 'carta de no antecedentes'],
    asked: ['antecedentes', 'antecedentes penales'],
  },
  {
    same: [
      'constancia de residencia',
      'carta de residencia',
      'carta de vecindad',
      'constancia de domicilio',
    ],
  },
  { same: ['licencia de construcción', 'permiso de construcción', 'permiso para construir'] },
  {
    same: ['licencia de funcionamiento', 'permiso de negocio', 'aviso de apertura'],
    asked: ['abrir un negocio', 'permiso para negocio', 'poner un local', 'apertura de negocio'],
  },
  { same: ['uso de suelo', 'zonificación'] },
  { same: ['número oficial', 'alineamiento'] },
  { same: ['vía pública', 'comercio ambulante', 'puesto ambulante', 'tianguis'] },
  { same: ['agua potable', 'toma de agua', 'contrato de agua'] },
  { same: ['luz', 'energía eléctrica', 'CFE'] },
  { same: ['panteón', 'cementerio', 'inhumación'], asked: ['entierro', 'sepultura', 'tumba'] },
  { same: ['beca', 'apoyo escolar', 'apoyo económico para estudiantes'] },
  {
    same: ['adulto mayor', 'tercera edad', 'adultos mayores', 'INAPAM'],
    asked: ['abuelito', 'viejito'],
  },
  { same: ['persona con discapacidad', 'discapacitado', 'discapacidad'] },
  { same: ['guardería', 'estancia infantil', 'centro de atención infantil'] },
  { same: ['médico', 'doctor', 'consulta médica'] },
  { same: ['mascota', 'perro', 'gato', 'esterilización canina'] },
  { same: ['bache', 'bacheo', 'pavimento'] },
  { same: ['basura', 'residuos', 'recolección de desechos'] },
  { same: ['alumbrado público', 'luminaria', 'lámpara fundida'] },
  { same: ['apostilla', 'legalización de documentos', 'apostillado'] },
  { same: ['registro de marca', 'marca', 'IMPI'] },
  { same: ['queja', 'denuncia', 'reclamo'] },
  { same: ['acta constitutiva', 'constitución de sociedad'], asked: ['abrir una empresa'] },
  { same: ['trabajo', 'empleo', 'vacante'], asked: ['chamba'] },
];

/** Finds phrases in a run of phrase keys, stop words left out. Marks are terms of the index. */
export interface PhraseBook {
  /** `isQuery`: phrases that are only `asked` count too. Calls `found` for each phrase. */
  find(
    keys: readonly string[],
    isQuery: boolean,
    found: (mark: string, from: number, length: number) => void,
  ): void;
  /** Changes when the groups do: an index built with other synonyms is not loaded. */
  readonly version: string;
}

interface Phrase {
  readonly keys: readonly string[];
  readonly mark: string;
  readonly isAsked: boolean;
}

export function phraseBook(groups: readonly SynonymGroup[] = SYNONYMS): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  let hash = 7;
  groups.forEach(({ same, asked = [] }, group) => {
    for (const text of [...same, ...asked]) {
      const keys = contentKeys(text);
      const [first] = keys;
      if (first === undefined) continue;
      const phrases = byFirst.get(first) ?? [];
      const isAsked = !same.includes(text);
      phrases.push({ keys, mark: `@${group}`, isAsked });
      byFirst.set(first, phrases);
      for (const char of `${group}${keys.join(' ')}${isAsked}`) {
        hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0;
      }
    }
  });
  return {
    version: (hash >>> 0).toString(36),
    find(keys, isQuery, found) {
      for (let from = 0; from < keys.length; from++) {
        for (const phrase of byFirst.get(keys[from] ?? '') ?? []) {
          if (phrase.isAsked && !isQuery) continue;
          if (phrase.keys.every((key, offset) => keys[from + offset] === key)) {
            found(phrase.mark, from, phrase.keys.length);
          }
        }
      }
    },
  };
}

function contentKeys(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(phraseKey);
}
