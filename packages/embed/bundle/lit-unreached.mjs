/**
 * What no template of a widget reaches in Lit, taken out of the built files; the npm packages have
 * the whole of it. A name that is no longer exported (`svg`) stops a build that would need it.
 *
 * @typedef {import('./lit-manners.mjs').Edit} Edit
 */

const TEMPLATES = /\/lit-html\/lit-html\.js$/;
const ELEMENT = /\/lit-element\/lit-element\.js$/;
const REACTIVE = /\/reactive-element\/reactive-element\.js$/;
const STYLES = /\/reactive-element\/css-tag\.js$/;
const NO_ACCESSORS =
  'it would carry properties with accessors of their own, and the widgets have none';
const NO_JSON =
  'it would carry attributes of type Object or Array, which plain-properties.mjs refuses';
const NOTHING_BEFORE = 'it would look for what stands in a new shadow root, and nothing does';
const ONLY_CSS = 'it would ask of each style sheet whether `css` made it, and `css` makes them all';
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
    words: /function \w+\((\w+),(\w+),\w+=\1,\w+\)\{if\(\2===\w+\)return \2;let .+?,\2\}(?=class )/,
    instead: '',
    why: NO_DIRECTIVES,
  },
  { file: TEMPLATES, words: /(\w+)=\w+\(this,\1,\w+(?:,0)?\),/g, instead: '', why: NO_DIRECTIVES },
  {
    file: TEMPLATES,
    words: /\((\w+)=\w+\(this,\1,\w+,0\)\?\?(\w+)\)/,
    instead: '($1??=$2)',
    why: NO_DIRECTIVES,
  },
  {
    file: TEMPLATES,
    words: /=\w+\(this,(\w+\[\w+\+\w+\]),\w+,\w+\)/,
    instead: '=$1',
    why: NO_DIRECTIVES,
  },
  { file: TEMPLATES, words: /(?<=,D:\w+),V:\w+(?=,)/, instead: '', why: NO_DIRECTIVES },
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
    why: NO_ACCESSORS,
  },
  {
    file: REACTIVE,
    words: /,wrapped:(\w+)(\},\w+\)\{.+?),!0!==\1\|\|void 0!==\w+\)/,
    instead: '$2,!0)',
    why: NO_ACCESSORS,
  },
  {
    file: REACTIVE,
    words:
      /const (\w+)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(const\[\w+,\w+\]of \1\)\{[^}]*\}\s*=\w+,\w+=this\[\w+\];[^}]*\}/,
    instead: '',
    why: NO_ACCESSORS,
  },
  {
    file: TEMPLATES,
    words:
      /const \w+=\w+\?\.renderBefore\?\?(\w+);let (\w+)=\w+\._\$litPart\$;if\(void 0===\2\)\{const \w+=(\w+)\?\.renderBefore\?\?null;\w+\._\$litPart\$=\2=new (\w+)\(\1\.insertBefore\((\w+)\(\),\w+\),\w+,void 0,\3\?\?\{\}\)/,
    instead:
      'let $2=$1._$$litPart$$;if(void 0===$2){$1._$$litPart$$=$2=new $4($1.insertBefore($5(),null),null,void 0,$3)',
    why: NOTHING_BEFORE,
  },
  {
    file: ELEMENT,
    words:
      /createRenderRoot\(\)\{const (\w+)=super\.createRenderRoot\(\);return this\.renderOptions\.renderBefore\?\?=\1\.firstChild,\1\}/,
    instead: '',
    why: NOTHING_BEFORE,
  },
  {
    file: TEMPLATES,
    words: /\(\w+\?\.creationScope\?\?(\w+)\)\.importNode/,
    instead: '$1.importNode',
    why: 'it would ask for the document of a template, which is always the page’s',
  },
  {
    file: TEMPLATES,
    words:
      /if\(\w+\.test\(\w+\.tagName\)\)\{const (\w+)=\w+\.textContent\.split\(\w+\),.+?\w+\.append\(\1\[\w+\],\w+\(\)\)\}\}/,
    instead: '',
    why: 'it would carry expressions in a <textarea> and the like, which tight-templates.mjs refuses',
  },
  {
    file: TEMPLATES,
    words:
      /else\{let (\w+)=-1;for\(;-1!==\(\1=\w+\.data\.indexOf\(\w+,\1\+1\)\);\)\w+\.push\(\{type:7,index:\w+\}\),\1\+=\w+\.length-1\}/,
    instead: '',
    why: 'it would carry expressions in comments, which tight-templates.mjs refuses',
  },
  {
    file: REACTIVE,
    words:
      /const\{get:\w+,set:\w+\}=\w+\(this\.prototype,\w+\)\?\?\{(get\(\)\{return this\[(\w+)\]\}),set\(\w+\)\{this\[\2\]=\w+\}\};return\{get:\w+,set\((\w+)\)\{const (\w+)=\w+\?\.call\(this\);\w+\?\.call\(this,\3\)/,
    // The value has the name of the key in Lit.
    instead: 'return{$1,set(value){const $4=this[$2];this[$2]=value',
    why: NO_ACCESSORS,
  },
  {
    file: REACTIVE,
    words:
      /const (\w+)=\[\];if\(Array\.isArray\((\w+)\)\)\{const \w+=new Set\(\2\.flat\(1\/0\)\.reverse\(\)\);[^}]*\}else [^}]*return \1\}/,
    instead: 'return[$2].flat(1/0)}',
    why: 'it would look for styles that are there twice, and none is',
  },
  {
    file: REACTIVE,
    words: /case Object:case Array:\w+=null==\w+\?\w+:JSON\.stringify\(\w+\)/,
    instead: '',
    why: NO_JSON,
  },
  {
    file: REACTIVE,
    words: /case Object:case Array:try\{\w+=JSON\.parse\(\w+\)\}catch\(\w+\)\{\w+=null\}/,
    instead: '',
    why: NO_JSON,
  },
  {
    file: REACTIVE,
    words: /\(void 0!==\w+\.converter\?\.toAttribute\?\w+\.converter:(\w+)\)\.toAttribute/,
    instead: '$1.toAttribute',
    why: 'it would carry converters to attributes, and the widgets have none',
  },
  {
    file: REACTIVE,
    words:
      /,getOwnPropertyDescriptor:\w+,getOwnPropertyNames:\w+,getOwnPropertySymbols:\w+(?=,getPrototypeOf:)/,
    instead: '',
    why: 'it would name what the edits before no longer use',
  },
  {
    file: REACTIVE,
    words: /\b\w+\(("elementProperties"|"finalized")(?:,\w+)?\)/g,
    instead: '$1',
    why: 'it would ask for a name that only another compiler changes',
  },
  {
    file: REACTIVE,
    words: /removeController\(\w+\)\{[^}]*\}/,
    instead: '',
    why: 'it would carry a way to take a controller away, and no widget does',
  },
  {
    file: STYLES,
    words: /if\(this\._\$cssResult\$=!0,\w+!==\w+\)throw Error\(\);/,
    instead: '',
    why: ONLY_CSS,
  },
  {
    file: STYLES,
    words: /const (\w+)=this\.t;if\(\w+&&void 0===(\w+)\)\{.+?\}return \2/,
    instead: 'return void 0===$2&&(this.o=$2=new CSSStyleSheet).replaceSync(this.cssText),$2',
    why: ONLY_CSS,
  },
  {
    file: STYLES,
    words: /\(\w+=>\{if\(!0===\w+\._\$cssResult\$\).+?throw Error\(\)\}\)\((\w+)\)/,
    instead: '$1.cssText',
    why: ONLY_CSS,
  },
  {
    file: STYLES,
    words: /(\w+)=>\1 instanceof CSSStyleSheet\?\1:\1\.styleSheet\)/,
    instead: '$1=>$1.styleSheet)',
    why: ONLY_CSS,
  },
];

/**
 * What writes properties back to attributes: for files in which no widget does ({@link REFLECTS}).
 *
 * @type {readonly Edit[]}
 */
export const REFLECTION = [
  { words: /_\$ET\(\w+,\w+\)\{.+?this\._\$Em=null\}\}(?=_\$AK\()/ },
  { words: /\|\|\w+\.useDefault&&\w+\.reflect&&.+?\)\)(?=\)\)return)/ },
  {
    words: /\{useDefault:(\w+),reflect:\w+\},\w+\)\{\1&&![^|]+?!0\)\|\|/,
    instead: '_){',
  },
  { words: /(this\.hasUpdated)\|\|\w+(?=\|\|\()/, instead: '$1' },
  { words: /,!0===\w+&&this\._\$Em!==\w+&&\(this\._\$Eq\?\?=new Set\)\.add\(\w+\)/ },
  { words: /this\._\$Eq&&=this\._\$Eq\.forEach\(.+?\)\),/ },
  { words: /\?\?this\._\$Ej\?\.get\(\w+\)\?\?\w+/ },
  { words: /&&this\._\$Em!==\w+/ },
  { words: /this\._\$Em=\w+;/ },
  { words: /,this\._\$Em=null/g },
  { words: /toAttribute\(\w+,\w+\)\{.+?return \w+\},(?=fromAttribute)/ },
  { words: /,reflect:!1,useDefault:!1/ },
  { words: /,\w+=\w+\.trustedTypes,\w+=\w+\?\w+\.emptyScript:""/ },
].map((edit) => ({
  file: REACTIVE,
  instead: '',
  why: 'it would write properties back to attributes, and no widget of this file asks for it',
  ...edit,
}));

/** What asks for reflection, in built code. */
export const REFLECTS = /\breflect:(?:!0|true)/;

/** What brings directives. */
export const DIRECTIVE = /\/lit-html\/(?:async-)?directives?[/.-]/;
