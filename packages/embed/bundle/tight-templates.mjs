import { parseSync } from 'rolldown/utils';

/**
 * Takes out of Lit's `css` and `html` templates the white space, comments and quotes that only the source's
 * reader needs. Runs of white space in markup become one space, which renders the same (a widget
 * that keeps white space must not write it in its template, and none does).
 *
 * @returns {import('rolldown').Plugin}
 */
export function tightTemplates() {
  return {
    name: 'ventana-tight-templates',
    transform: {
      filter: { id: /\/packages\/[a-z0-9]+\/dist\/.*\.js$/ },
      handler(code, id) {
        /** @type {{ start: number, end: number, text: string }[]} */
        const edits = [];
        for (const { tag, quasi } of taggedTemplates(parseSync(id, code).program)) {
          const tighten = tag === 'css' ? tightCss : tightHtml;
          const parts = quasi.quasis.map(({ value }) => value.raw);
          if (tag === 'html' && hasTextExpression(parts)) {
            this.error(
              `${id} has an expression within a comment, <textarea>, <title>, <style> or <script>: leave it out, or write .value=\${…} or .textContent=\${…}. Lit’s part for it is left out (lit-unreached.mjs).`,
            );
          }
          for (const part of quasi.quasis) {
            const { raw } = part.value;
            const start = code.indexOf(raw, part.start);
            edits.push({ start, end: start + raw.length, text: tighten(raw) });
          }
        }
        // From the end, so that earlier places stay where they are.
        const text = edits
          .sort((a, b) => b.start - a.start)
          .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), code);
        return { code: text, map: null };
      },
    },
  };
}

/** Leaves quoted text as it is, but for plain words in `[name='word']`, and hard spaces everywhere. @param {string} css */
export function tightCss(css) {
  return css
    .replace(/("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\//g, (_, text = '') => text)
    .replace(
      /=(["'])([a-z][a-z-]*)\1\]|("[^"]*"|'[^']*')|[ \n\r\t;]*(\})[ \n\r\t]*|[ \n\r\t]*([{;,]|!(?=important))[ \n\r\t]*|(:)[ \n\r\t]+|(?<![\w.-])0(?=\.\d)|([ \n\r\t]+)/g,
      (_, _quote, word, text, end, sign, colon, space) =>
        word ? `=${word}]` : (text ?? end ?? sign ?? colon ?? (space ? ' ' : '')),
    );
}

/**
 * Is there an expression in what a browser reads as plain text, or in a comment?
 *
 * @param {readonly string[]} parts of a template, between its expressions
 */
export function hasTextExpression(parts) {
  const text = parts.join('\0');
  return (
    /<(script|style|textarea|title)\b[^>]*>(?:(?!<\/\1)[^\0])*\0/i.test(text) ||
    /<!--(?:(?!-->)[^\0])*\0/.test(text)
  );
}

/** @param {string} html */
export function tightHtml(html) {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/[ \n\r\t]+/g, ' ')
    .replaceAll(' >', '>')
    .replace(/( [a-z-]+)="([\w-]+)"(?=[ >])/g, '$1=$2');
}

/**
 * @typedef {{ tag: 'css' | 'html' | 'svg', quasi: { quasis: { start: number, value: { raw: string } }[] } }} Found
 *
 * @param {unknown} program
 * @returns {Found[]}
 */
function taggedTemplates(program) {
  /** @type {Found[]} */
  const found = [];
  const open = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!node || typeof node !== 'object') continue;
    const { type, tag, quasi } =
      /** @type {{ type?: string, tag?: { name?: string }, quasi?: Found['quasi'] }} */ (node);
    const name = tag?.name;
    if (
      type === 'TaggedTemplateExpression' &&
      quasi &&
      (name === 'css' || name === 'html' || name === 'svg')
    ) {
      found.push({ tag: name, quasi });
    }
    open.push(...Object.values(node));
  }
  return found;
}
