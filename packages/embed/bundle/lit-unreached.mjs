/**
 * What no template of a widget reaches in Lit, taken out of the built files; the npm packages have
 * the whole of it. A name that is no longer exported (`svg`) stops a build that would need it.
 *
 * @typedef {import('./lit-manners.mjs').Edit} Edit
 */

const TEMPLATES = /\/lit-html\/lit-html\.js$/;
const ELEMENT = /\/lit-element\/lit-element\.js$/;
const REACTIVE = /\/reactive-element\/reactive-element\.js$/;
const NO_DIRECTIVES = 'it would carry what only directives use, and this file has none';

/**
 * Directives, expressions for a whole element, and what tells them of a removed part: for files in
 * which no module matches {@link DIRECTIVE}.
 *
 * @type {readonly Edit[]}
 */
export const DIRECTIVES = [
  {
    file: TEMPLATES,
    words:
      /function (\w+)\((\w+),(\w+),\w+=\2,\w+\)\{if\(\3===\w+\)return \3;let .+?,\3\}(?=class )/,
    instead: 'function $1($2,$3){return $3}',
    why: NO_DIRECTIVES,
  },
  {
    file: TEMPLATES,
    words: /:6===\w+\.type&&\(\w+=new \w+\(\w+,this,\w+\)\)/,
    instead: ':0',
    why: NO_DIRECTIVES,
  },
  {
    file: TEMPLATES,
    words:
      /else \w+\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6,index:\w+\}\),\w+\.removeAttribute\(\w+\)\)/,
    instead: '',
    why: NO_DIRECTIVES,
  },
  ...[
    /get tagName\(\)\{return this\.element\.tagName\}/,
    /get parentNode\(\)\{return this\._\$AM\.parentNode\}/,
    /get parentNode\(\)\{let .+?,\w+\}(?=get )/,
    /get startNode\(\)\{return this\._\$AA\}get endNode\(\)\{return this\._\$AB\}/,
    /get _\$AU\(\)\{return this\._\$AM\._\$AU\}(?=u\()/,
    /get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/,
    /get _\$AU\(\)\{return this\._\$AM\._\$AU\}(?=constructor\()/,
    /setConnected\(\w+\)\{[^}]*\}/,
    /this\._\$AP\?\.\(!1,!0,\w+\)(?=;)/,
    /,this\._\$Cv=\w+\?\.isConnected\?\?!0/,
    /,this\._\$AN=void 0/g,
    /constructor\(\)\{super\(\.\.\.arguments\),this\.type=\d\}/g,
    /constructor\((\w+(?:,\w+)*)\)\{super\(\1\),this\.type=5\}/,
    /this\.type=[12],/g,
  ].map((words) => ({ file: TEMPLATES, words, instead: '', why: NO_DIRECTIVES })),
  {
    file: ELEMENT,
    words:
      /this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),(super\.update\(\w+\),)this\._\$Do=/,
    instead: '$1',
    why: NO_DIRECTIVES,
  },
  {
    file: ELEMENT,
    words: /connectedCallback\(\)\{[^}]*\}disconnectedCallback\(\)\{[^}]*\}/,
    instead: '',
    why: NO_DIRECTIVES,
  },
  { file: ELEMENT, words: /,this\._\$Do=void 0/, instead: '', why: NO_DIRECTIVES },
];

/** @type {readonly Edit[]} */
export const UNREACHED = [
  {
    file: TEMPLATES,
    words: /=2===\w+\?"<svg>":3===\w+\?"<math>":""/,
    instead: '=""',
    why: 'it would carry templates of SVG and MathML, and the widgets write none',
  },
  {
    file: TEMPLATES,
    words: /\+\(2===\w+\?"<\/svg>":3===\w+\?"<\/math>":""\)/,
    instead: '',
    why: 'it would carry templates of SVG and MathML, and the widgets write none',
  },
  {
    file: TEMPLATES,
    words: /if\((this\.el=[^;]+?,\w+\.currentNode=this\.el\.content),2===\w+\|\|3===\w+\)\{[^}]*\}/,
    instead: '$1;',
    why: 'it would carry templates of SVG and MathML, and the widgets write none',
  },
  {
    file: TEMPLATES,
    words: /\w+ as mathml,(.+),\w+ as svg\}/,
    instead: '$1}',
    why: 'a widget could import what no longer works',
  },
  {
    file: TEMPLATES,
    words: /"number"==typeof \w+\?(this\._\$AC\(\w+\)):\(void 0===[^;]+?\),\w+\)/,
    instead: '$1',
    why: 'it would carry templates compiled beforehand, and the widgets have none',
  },
  {
    file: ELEMENT,
    words:
      /\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\)/,
    instead: '0',
    why: 'a page’s own Lit could change ours',
  },
  {
    file: REACTIVE,
    words:
      /this\.prototype\.hasOwnProperty\(\w+\)&&\(\((\w+)=Object\.create\(\1\)\)\.wrapped=!0\),/,
    instead: '',
    why: 'it would carry properties with accessors of their own, and the widgets have none',
  },
  {
    file: REACTIVE,
    words: /,wrapped:(\w+)(\},\w+\)\{.+?),!0!==\1\|\|void 0!==\w+\)/,
    instead: '$2,!0)',
    why: 'it would carry properties with accessors of their own, and the widgets have none',
  },
  {
    file: REACTIVE,
    words:
      /const (\w+)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(const\[\w+,\w+\]of \1\)\{[^}]*\}\s*=\w+,\w+=this\[\w+\];[^}]*\}/,
    instead: '',
    why: 'it would carry properties with accessors of their own, and the widgets have none',
  },
];

/** What brings directives. */
export const DIRECTIVE = /\/lit-html\/(?:async-)?directives?[/.-]/;
