import { foldText } from '../fold-text.js';
import { CHANNELS, type Channel, type GovernmentLevel } from './tramite.js';

const PATTERNS: Readonly<Record<Channel, RegExp>> = {
  online:
    /\b(?:en ?linea|linea|digital|internet|web|virtual|online|electronic[oa]|portal|remot[oa])\b/,
  app: /\b(?:app|aplicacion (?:movil|para celular)|movil)\b/,
  'in-person':
    /\b(?:presencial(?:mente)?|ventanilla|persona|oficinas?|modulos?|in-?person|office|sucursal|acudir)\b/,
  phone: /\b(?:telefon(?:o|ica|ico)|llamada|call ?center|phone|whats ?app)\b/,
  kiosk: /\b(?:kiosco|quiosco|cajero|kiosk)\b/,
  mail: /\b(?:correo(?: postal| certificado)?|postal|mensajeria|mail|paqueteria)\b/,
};

/**
 * The channels that a text names: `Presencial y en línea`, `presencial o vía telefónica`,
 * `servicelocation`. What it names otherwise is left to the verbatim modality.
 */
export function parseChannels(text: string): Channel[] {
  const plain = foldText(text).replace(/correo electronico|e-?mail/g, ' ');
  const isNot = /\bno (?:es |se )?(?:presencial|en linea|digital|realiza)/.test(plain);
  return isNot ? [] : CHANNELS.filter((channel) => PATTERNS[channel].test(plain));
}

const LEVELS: readonly (readonly [GovernmentLevel, RegExp])[] = [
  ['municipal', /^(?:municip(?:al|io)|local|alcaldia|ayuntamiento)$/],
  ['state', /^(?:estatal|estado|entidad federativa|state)$/],
  ['federal', /^(?:federal|federacion|nacional|national)$/],
];

/** The level of government by its name; `undefined` for any other text. */
export function parseLevel(text: string): GovernmentLevel | undefined {
  const plain = foldText(text)
    .trim()
    .replace(/^(?:gobierno|ambito|orden(?: de gobierno)?) /, '');
  return LEVELS.find(([, pattern]) => pattern.test(plain))?.[0];
}
