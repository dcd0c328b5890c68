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
 * thing, and after `<` what people also type for it. Written as a search sees them, without accents,
 * capitals, plurals and the words that say nothing (de, para, la), and as text, because they travel
 * to every reader.
 */
const GROUPS = `credencial votar, credencial elector, ine, ife, instituto nacional electoral < mica, credencial
acta nacimiento, partida nacimiento < acta
registro nacimiento, registrar bebe, registrar recien nacido
acta matrimonio, acta casamiento
matrimonio, boda, casamiento < casar, casarse, casarme
divorcio, divorciarse, separacion legal
acta defuncion, certificado defuncion < fallecimiento, muerte
curp, clave unica registro poblacion
rfc, registro federal contribuyentes < darse alta sat, alta hacienda, cedula fiscal
constancia situacion fiscal, cedula identificacion fiscal, csf
sat, servicio administracion tributaria < hacienda
firma electronica, firma, fiel, firma electronica avanzada
licencia conducir, licencia manejo, permiso conducir < licencia, manejar, brevete
placas, matricula vehicular < laminas
alta vehicular, emplacamiento < placas, dar alta carro
automovil, carro, coche, auto, vehiculo
motocicleta, moto
tarjeta circulacion < circulacion
tenencia, refrendo vehicular, impuesto tenencia
verificacion vehicular, verificacion ambiental, holograma
infraccion transito, multa transito, foto multa, fotomulta
pasaporte < salir pais, viajar extranjero
visa, visado
cedula profesional, registro titulo < cedula, titulo profesional
predial, impuesto predial, impuesto propiedad
traslado dominio, isai, impuesto adquisicion inmuebles
escritura, titulo propiedad
cartilla militar, cartilla servicio militar, servicio militar < cartilla, precartilla
cartilla vacunacion, cartilla nacional salud
afore, administradora fondos retiro, ahorro retiro
pension, jubilacion < jubilarse, retiro
imss, seguro social, instituto mexicano seguro social
numero seguridad social, nss < numero seguro
issste, instituto seguridad servicios sociales trabajadores estado
infonavit, credito vivienda, credito hipotecario < casa
antecedentes penales, carta antecedentes < antecedentes
constancia residencia, carta residencia, carta vecindad, constancia domicilio
licencia construccion, permiso construccion
licencia funcionamiento, permiso negocio, aviso apertura < abrir negocio, poner local, apertura negocio
uso suelo, zonificacion
numero oficial, alineamiento
via publica, comercio ambulante, puesto ambulante, tianguis
agua potable, toma agua, contrato agua
luz, energia electrica, cfe
panteon, cementerio, inhumacion < entierro, sepultura, tumba
beca, apoyo escolar, apoyo economico estudiantes
adulto mayor, tercera edad, inapam < abuelito, viejito
persona discapacidad, discapacitado, discapacidad
guarderia, estancia infantil, centro atencion infantil
medico, doctor, consulta medica
mascota, perro, gato, esterilizacion canina
bache, bacheo, pavimento
basura, residuos, recoleccion desechos
alumbrado publico, luminaria, lampara fundida
apostilla, legalizacion documentos
registro marca, marca, impi
queja, denuncia, reclamo
acta constitutiva, constitucion sociedad < abrir empresa
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
