/** White space, comments and quotes go from the built files' templates only where no reader can see it. */
import { describe, expect, it } from 'vitest';
import {
  hasTextExpression,
  tightCss,
  tightHtml,
} from '../../packages/embed/bundle/tight-templates.mjs';

describe('style sheets', () => {
  it.each([
    [
      'rules and declarations',
      '\n  .a,\n  .b {\n    color: red;\n    margin: 0 1px;\n  }\n',
      ' .a,.b{color:red;margin:0 1px}',
    ],
    ['a comment with a quote in it', "a { /* it's */ b: c; }", 'a{b:c}'],
    ['a sum, whose spaces mean something', 'a { b: calc(1px +  2px); }', 'a{b:calc(1px + 2px)}'],
    [
      'a descendant and its pseudo-class',
      '.a   :hover, .b :not(.c) { d: e; }',
      '.a :hover,.b :not(.c){d:e}',
    ],
    [
      'a query',
      '@media  (width > 1px)  and  (hover) { a { b: c; } }',
      '@media (width > 1px) and (hover){a{b:c}}',
    ],
    [
      'quoted text, as it is',
      `a::before { content: "x ;  /* y */  {"; }`,
      `a::before{content:"x ;  /* y */  {"}`,
    ],
    [
      'areas of a grid',
      "a { grid-template: 'b  b' 1fr / auto; }",
      "a{grid-template:'b  b' 1fr / auto}",
    ],
    [
      'a fraction, whose zero says nothing',
      'a { b: 0.5em 10.5em -0.5em; c: 0; }',
      'a{b:.5em 10.5em -0.5em;c:0}',
    ],
    ['what wins', 'a { b: c !important; }', 'a{b:c!important}'],
    [
      'a plain word that an attribute must be',
      `[a='b-c'] [d="e f"], [g='1']::before { content: ''; }`,
      `[a=b-c] [d="e f"],[g='1']::before{content:''}`,
    ],
  ])('%s', (_, written, tight) => {
    expect(tightCss(written)).toBe(tight);
  });
});

describe('markup', () => {
  it.each([
    ['lines become one space, which joins no words', '<b>a</b>\n    <i>b</i>', '<b>a</b> <i>b</i>'],
    ['an attribute that an expression follows', '<a\n  class="b"\n  href=', '<a class=b href='],
    ['a tag that ends on its own line', '<b\n  >a</b\n>', '<b>a</b>'],
    [
      'the quotes of one word',
      '<a class="b" title="c d" id="e" />',
      '<a class=b title="c d" id=e />',
    ],
    ['a quote that ends in another piece', '<a class="b ', '<a class="b '],
    ['a comment', '<p><!-- why\n this --></p>', '<p></p>'],
    ['a hard space, which a reader sees', '<p>5\u00a0 MB</p>', '<p>5\u00a0 MB</p>'],
  ])('%s', (_, written, tight) => {
    expect(tightHtml(written)).toBe(tight);
  });
});

describe('an expression in what a browser reads as plain text', () => {
  it.each([
    [true, ['<textarea rows="5">', '</textarea>']],
    [true, ['<p>', '</p><TITLE>a ', '</TITLE>']],
    [true, ['<textarea rows=', '>', '</textarea>']],
    [true, ['<p><!-- ', ' --></p>']],
    [false, ['<!-- a --><p>', '</p>']],
    [false, ['<textarea .value=', '></textarea><p>', '</p>']],
    [false, ['<title>a</title>', '']],
    [false, ['<textareas>', '</textareas>']],
  ])('%s: %j', (isThere, parts) => {
    expect(hasTextExpression(parts)).toBe(isThere);
  });
});
