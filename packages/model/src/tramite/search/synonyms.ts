import { phraseKey } from './sound-stem.js';
import { isStopWord, wordsOf } from './words.js';

/** Names for one thing. A site adds its own to the ones that come along. */
export interface SynonymGroup {
  /** Each of these finds trámites that use any other: `INE`, `credencial para votar`. */
  readonly same: readonly string[];
  /** Too vague to say it of a trámite that uses the word, but what people type: `acta`. */
  readonly asked?: readonly string[];
}

/**
 * What people in Mexico call papers, dues and offices. One group a line: names that are the same
 * thing, and after `<` what people also type for it. As text, because it travels to every reader.
 */
const GROUPS = `credencial para votar, credencial de elector, INE, IFE, Instituto Nacional Electoral < mica, credencial
acta de nacimiento, partida de nacimiento < acta, actas
registro de nacimiento, registrar a un bebé, registrar recién nacido
acta de matrimonio, acta de casamiento
matrimonio, boda, casamiento < casar, casarse, casarme
divorcio, divorciarse, separación legal
acta de defunción, certificado de defunción < fallecimiento, muerte
CURP, clave única de registro de población
RFC, registro federal de contribuyentes < darse de alta en el SAT, alta en hacienda, cédula fiscal
constancia de situación fiscal, cédula de identificación fiscal, CSF
SAT, Servicio de Administración Tributaria < hacienda
firma electrónica, e.firma, FIEL, firma electrónica avanzada
licencia de conducir, licencia de manejo, licencia para conducir, permiso para conducir < licencia, manejar, brevete
placas, matrícula vehicular < láminas
alta vehicular, alta de vehículo, emplacamiento < placas, emplacar, dar de alta carro
automóvil, carro, coche, auto, vehículo, vehicular
motocicleta, moto
tarjeta de circulación < circulación
tenencia, refrendo vehicular, impuesto sobre tenencia
verificación vehicular, verificación ambiental, holograma
infracción de tránsito, multa de tránsito, foto multa, fotomulta
pasaporte < salir del país, viajar al extranjero
visa, visado
cédula profesional, registro de título < cédula, título profesional
predial, impuesto predial, impuesto a la propiedad
traslado de dominio, ISAI, impuesto sobre adquisición de inmuebles
escritura, escrituración, título de propiedad
cartilla militar, cartilla del servicio militar, servicio militar < cartilla, precartilla
cartilla de vacunación, cartilla nacional de salud
afore, administradora de fondos para el retiro, ahorro para el retiro
pensión, jubilación < jubilarse, retiro
IMSS, seguro social, Instituto Mexicano del Seguro Social
número de seguridad social, NSS < número del seguro
ISSSTE, Instituto de Seguridad y Servicios Sociales de los Trabajadores del Estado
Infonavit, crédito de vivienda, crédito hipotecario < casa
antecedentes no penales, no antecedentes penales, carta de no antecedentes < antecedentes, antecedentes penales
constancia de residencia, carta de residencia, carta de vecindad, constancia de domicilio
licencia de construcción, permiso de construcción, permiso para construir
licencia de funcionamiento, permiso de negocio, aviso de apertura < abrir un negocio, permiso para negocio, poner un local, apertura de negocio
uso de suelo, zonificación
número oficial, alineamiento
vía pública, comercio ambulante, puesto ambulante, tianguis
agua potable, toma de agua, contrato de agua
luz, energía eléctrica, CFE
panteón, cementerio, inhumación < entierro, sepultura, tumba
beca, apoyo escolar, apoyo económico para estudiantes
adulto mayor, tercera edad, adultos mayores, INAPAM < abuelito, viejito
persona con discapacidad, discapacitado, discapacidad
guardería, estancia infantil, centro de atención infantil
médico, doctor, consulta médica
mascota, perro, gato, esterilización canina
bache, bacheo, pavimento
basura, residuos, recolección de desechos
alumbrado público, luminaria, lámpara fundida
apostilla, legalización de documentos, apostillado
registro de marca, marca, IMPI
queja, denuncia, reclamo
acta constitutiva, constitución de sociedad < abrir una empresa
trabajo, empleo, vacante < chamba`;

export const SYNONYMS: readonly SynonymGroup[] = GROUPS.split('\n').map((line) => {
  const [same = [], asked = []] = line.split(' < ').map((names) => names.split(', '));
  return { same, asked };
});

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
