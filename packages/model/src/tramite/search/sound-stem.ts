/**
 * Endings of Spanish words, as they sound (`ción` is `sion`), longest first: noun of an action,
 * participle, gerund, infinitive, other verb forms, gender and number. Light on purpose: it only
 * has to bring the forms of one word together, and a collision costs little in a ranking.
 */
const ENDINGS =
  /(?:asion|ision|ksion|sion|amiento|imiento|adora|idora|adura|ador|idor|ando|iendo|aron|ieron|ante|ado|ada|ido|ida|ar|er|ir|al|a|e|o)$/;
const SHORTEST = 3;

/** Spelling to sound, for the letters that people in Mexico swap. An 8 holds the place of ch. */
function sound(word: string): string {
  return word
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/ch/g, '8')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/h/g, '')
    .replace(/8/g, 'ch')
    .replace(/v|w/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])|x(?=[aeiou])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/n(?=[bp])/g, 'm')
    .replace(/(.)\1/g, '$1');
}

/**
 * One form for all forms and common misspellings of a folded word: `licencias`, `lisensia`;
 * `renovación`, `renovar`, `renobasiones`; `vehículo`, `vehicular`; `actas`, `acta`.
 */
export function soundStem(word: string): string {
  if (/\d/.test(word)) return word;
  let stem = sound(word);
  if (stem.length <= SHORTEST) return stem;
  if (/[^aeious]es$/.test(stem) || /[aeiou]ses$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/[^aeiou]s$/.test(stem) && stem.length > 3) {
    stem = stem.slice(0, -1);
  }
  const ending = ENDINGS.exec(stem);
  if (!ending) return stem;
  // Too short for the whole ending: "casa" keeps "cas", not "c".
  return stem.slice(
    0,
    ending.index >= SHORTEST ? ending.index : Math.max(SHORTEST, stem.length - 1),
  );
}

/**
 * The form of a word within a phrase. Stems of three letters are common to unrelated words
 * (`casa`, `casar`), so there only the plural goes.
 */
export function phraseKey(word: string): string {
  const stem = soundStem(word);
  return stem.length > SHORTEST ? stem : sound(word).replace(/^(\w{3,})s$/, '$1');
}
