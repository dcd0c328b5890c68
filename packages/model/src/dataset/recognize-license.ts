import { NAME_LENGTH, plainWords } from '../plain-words.js';
import type { License } from './dataset.js';
import type { Verdict } from './judgement.js';

/** What a licence lets people do, as far as its name tells. */
export interface RecognizedLicense {
  /**
   * Short name, with its version where the source gives one: `CC BY 4.0`. Absent where it is only
   * of a kind (public domain, closed) or not recognised: the source's own title is in `License`.
   */
  readonly name?: string;
  /** Does it let anyone use, change and share the data for any purpose? */
  readonly isOpen: Verdict;
  /** The source says in so many words that no licence was chosen (`notspecified`). */
  readonly isUnspecified?: boolean;
  /** Not recognised by name: openness is the source's own claim (CKAN `isopen`). */
  readonly isClaim?: boolean;
}

/** Identifier and spellings of the open ones that are not Creative Commons'. */
const OPEN: readonly (readonly [string, RegExp])[] = [
  ['PDDL 1.0', /pddl|public domain dedication/],
  ['ODbL 1.0', /odbl|open database/],
  ['ODC-By 1.0', /\bodc (by|attr)|data commons attr/],
  ['Libre Uso INEGI', /libre ?uso.* inegi|inegi.* libre ?uso/],
  ['Libre Uso MX', /libre ?uso/],
  ['OGL', /\bogl\b|open government licen/],
  ['GFDL', /gfdl|gnu free doc/],
  [
    '',
    /other (pd|at|open)\b|public ?domain|dominio publico|(otr|outr|other).* (abiert|abert|open|atr|attr)/,
  ],
];

const UNSPECIFIED = /not ?specified|\b(no|nao) .*especific|unspecified|(no|sin|sem) licen[cs]/;
const CLOSED =
  /other closed|\b(not? (open|abiert)|nao abert|cerrad|fechad|proh?ib)|(?<!\b(no|sin|some|algun[os]+) )(derechos|direitos|rights) reserv/;
/** Words that take back what the rest of a name says: `no es CC BY`, `libre uso interno`. */
const NEGATION = /\b(not?|nao|ni|nem|sin|sem|salvo|except[oa]?|without|solo|only) |\bintern[oa]\b/;
const CREATIVE_COMMONS = /\bcc\b|\bcc ?0|creative ?commons|cczero/;
const ZERO = /\bcc ?0|zero/;
const NO_COMMERCE =
  /\bnc\b|(non?|nao|sinfines|\b(non?|nao|not|sin|sem) ((for|uso|fine?s|para) )*)comm?erc/;
const NO_CHANGE = /\bnd\b|\b(non?|nao|sin|sem) ?(obras? ?)?deriv/;
const SHARE_ALIKE = /\bsa\b|share ?alike|compart/;
const ATTRIBUTION = /\bby\b|\batt?ribu|reconoc/;

/** A licence in few words: its short name, else as the source writes it. */
export function licenseName(license: License | undefined): string | undefined {
  return recognizeLicense(license)?.name ?? license?.title ?? license?.id ?? license?.url;
}

/**
 * Which licence this is, by its identifier, its title (Spanish, English, Portuguese) or its
 * address, whichever tells, and whether it is open. Open are those on the Open Definition's list
 * of conformant licences (opendefinition.org/licenses: CC0, PDDL, CC BY, ODC-By, CC BY-SA, ODbL,
 * OGL, GFDL …), the public domain, and Mexico's Términos de Libre Uso MX, which that list does not
 * name but whose terms allow any use with attribution, selling included (datos.gob.mx/libreusomx),
 * as INEGI's own Términos de Libre Uso do (inegi.org.mx/inegi/terminos.html).
 * Licences without commercial use (NC) or without changes (ND) are not open (Open Definition 2.1,
 * 2.1.8 and 2.1.3). A name with a negation that does not say so much is `cant-tell`; so is a name we
 * do not know, unless the source itself says it is open. That it is not (CKAN says so of all that
 * its list of licences lacks) counts against a name that is only of an open kind.
 */
export function recognizeLicense(license: License | undefined): RecognizedLicense | undefined {
  const { id = '', title = '', url = '', claimedOpen } = license ?? {};
  const words = plainWords([id, title, url].map((text) => text.slice(0, NAME_LENGTH)).join(' / '));
  if (words === '') return undefined;
  const isTakenBack = NEGATION.test(words);
  const noCommerce = NO_COMMERCE.test(words);
  const noChange = NO_CHANGE.test(words);
  const isOpen = noCommerce || noChange || CLOSED.test(words) ? 'no' : 'yes';
  if (
    CREATIVE_COMMONS.test(words) &&
    (noCommerce || noChange || (isOpen === 'yes' && !isTakenBack))
  ) {
    if (ZERO.test(words)) return { name: 'CC0 1.0', isOpen };
    const terms = [
      ATTRIBUTION.test(words) && 'BY',
      noCommerce && 'NC',
      noChange ? 'ND' : SHARE_ALIKE.test(words) && 'SA',
    ].filter(Boolean);
    const [, major, minor] = /\b([1-4]) ([05])\b/.exec(words) ?? [];
    if (terms.length > 0) {
      return { name: `CC ${terms.join('-')}${major ? ` ${major}.${minor}` : ''}`, isOpen };
    }
  }
  if (isOpen === 'no') return { isOpen };
  if (UNSPECIFIED.test(words)) return { isOpen: 'cant-tell', isUnspecified: true };
  if (isTakenBack) return { isOpen: 'cant-tell' };
  const [name] = OPEN.find(([, spelling]) => spelling.test(words)) ?? [];
  if (name) return { name, isOpen };
  if (name === '' && claimedOpen !== false) return { isOpen };
  return claimedOpen ? { isOpen, isClaim: true } : { isOpen: 'cant-tell' };
}
