/**
 * Lit as a guest on a stranger's page: in the built files it leaves no global behind, and takes the
 * page's shared Trusted Types policy (src/trusted-types.ts), which stands before each bundle as
 * `ventanaPage`. Lit itself makes a policy of its own at load and does not catch a refusal.
 *
 * Each edit names the words of Lit that it replaces; when an update of Lit changes them, the build
 * stops and says so. Standard decorators are not used here (legacy ones are), so what Lit keeps for
 * them on the page goes.
 *
 * @typedef {{ file: RegExp, words: RegExp, instead: string, why: string }} Edit
 */
import { DIRECTIVES, REFLECTION, UNREACHED } from './lit-unreached.mjs';

/** @type {readonly Edit[]} */
export const MANNERS = [
  {
    file: /\/lit-html\/lit-html\.js$/,
    words: /\b\w+\.createPolicy\("lit-html",\{createHTML:(\w+)=>\1\}\)/,
    instead: 'ventanaPage.trust.policy',
    why: 'a second copy of Lit on a page would break under trusted types',
  },
  {
    file: /\/(?:lit-html|lit-element|reactive-element)\/(?:lit-html|lit-element|reactive-element)\.js$/,
    words: /\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    instead: '0',
    why: 'the page would get a global of Lit’s',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    instead: '',
    why: 'the page would get a global of Lit’s, and a changed Symbol',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words:
      /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w+)=litPropertyMetadata\.get\(\1\);if\(void 0!==\2\)for\(const\[(\w+),(\w+)\]of \2\)this\.elementProperties\.set\(\3,\4\)\}/,
    instead: '',
    why: 'it reads the global that the edit before takes away',
  },
  {
    file: /\/reactive-element\/decorators\/property\.js$/,
    words: /"object"==typeof \w+\?\w+\(\w+,\w+,\w+\):/,
    instead: '',
    why: 'it is only for standard decorators, and uses that global',
  },
  {
    file: /\/reactive-element\/css-tag\.js$/,
    words:
      /\w+\.ShadowRoot&&\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
    instead: '!0',
    why: 'it would carry style elements for browsers that cannot run ES2022 in the first place, and that a strict policy forbids',
  },
  {
    file: /\/lit-html\/lit-html\.js$/,
    words: /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/,
    instead: ';',
    why: 'a page’s polyfill for old browsers would change our Lit',
  },
  {
    file: /\/reactive-element\/css-tag\.js$/,
    words: /"Value passed to 'css' function must be a 'css' function result: "\+\w+\+"[^"]*"/,
    instead: '',
    why: 'readers would load advice for those who write our style sheets',
  },
  {
    file: /\/reactive-element\/css-tag\.js$/,
    words: /"CSSResult is not constructable[^"]*"/,
    instead: '',
    why: 'readers would load advice for those who write our style sheets',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /,(\w+)=\w+\.reactiveElementPolyfillSupport/,
    instead: '',
    why: 'a page’s polyfill for old browsers would change our Lit',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /,\w+\?\.\(\{ReactiveElement:\w+\}\)/,
    instead: '',
    why: 'it calls what the edit before takes away',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /static addInitializer\(\w+\)\{[^}]*\}/,
    instead: '',
    why: 'it would carry what only decorators of methods use, and the widgets decorate none',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /,void 0!==(\w+)\.l&&\(this\.l=\[\.\.\.\1\.l\]\)/,
    instead: '',
    why: 'it keeps the initializers that the edit before takes away',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words: /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/,
    instead: '',
    why: 'it runs the initializers that the edits before take away',
  },
  {
    file: /\/reactive-element\/reactive-element\.js$/,
    words:
      /if\(this\.finalized=!0,this\._\$Ei\(\),this\.hasOwnProperty\(\w+\("properties"\)\)\)\{const (\w+)=this\.properties,(\w+)=\[[^\]]*\];for\(const (\w+) of \2\)this\.createProperty\(\3,\1\[\3\]\)\}/,
    instead: 'this.finalized=!0,this._$Ei();',
    why: 'it would carry a second way to declare properties: the build writes createProperty for each (plain-properties.mjs)',
  },
];

/**
 * @param {{ hasDirectives: boolean, reflects: boolean }} file whether it uses any of Lit's
 *   directives, and whether a widget in it writes a property back to its attribute
 * @returns {import('rolldown').Plugin}
 */
export function litManners({ hasDirectives, reflects }) {
  const edits = [
    ...MANNERS,
    ...UNREACHED,
    ...(hasDirectives ? [] : DIRECTIVES),
    ...(reflects ? [] : REFLECTION),
  ];
  return {
    name: 'ventana-lit-manners',
    transform: {
      filter: { id: /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\// },
      handler(code, id) {
        let changed = code;
        for (const { words, instead, why } of edits.filter(({ file }) => file.test(id))) {
          const before = changed;
          changed = before.replace(words, instead);
          if (changed === before) {
            this.error(
              `${id} no longer has the words ${words}, which the build replaces: otherwise ${why}. Read what they have become and adjust the lists in bundle/lit-manners.mjs and lit-unreached.mjs.`,
            );
          }
        }
        return changed === code ? null : { code: changed, map: null };
      },
    },
  };
}
