import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * @typedef {{ name: string, fieldName?: string, type?: { text: string }, default?: string }} Item
 * @typedef {{ name: string, tagName?: string, attributes?: Item[], members?: Item[] }} Declaration
 */

const ROOT = new URL('../', import.meta.url);

/** As the package is compiled. */
function widgetsProgram() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} };
  const path = fileURLToPath(new URL('tsconfig.json', ROOT));
  const { fileNames = [], options = {} } =
    ts.getParsedCommandLineOfConfigFile(path, {}, host) ?? {};
  return ts.createProgram(fileNames, options);
}

/**
 * The default first, then in the order of the alphabet: the compiler's own order changes with what it
 * has read before.
 *
 * @param {ts.Type} type
 * @param {string | undefined} first
 * @returns {string} its words, as a union; '' where it is anything else
 */
function unionOfWords(type, first) {
  if (!type.isUnion()) return '';
  const words = type.types.map((one) => (one.isStringLiteral() ? `'${one.value}'` : ''));
  if (words.includes('')) return '';
  return words
    .sort((a, b) => Number(b === first) - Number(a === first) || a.localeCompare(b))
    .join(' | ');
}

/**
 * Writes out the words that an attribute or property takes: the analyzer copies the name of a type
 * (`BudgetView`), which says nothing to an editor or to a reader of the docs. Paths are those of
 * `src` still, so it stands before what renames them.
 */
export function literalChoices() {
  return {
    name: 'ventana-literal-choices',
    /** @param {{ customElementsManifest: { modules: { path: string, declarations?: Declaration[] }[] } }} context */
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const program = widgetsProgram();
      const checker = program.getTypeChecker();
      for (const { path, declarations = [] } of modules) {
        for (const { name, tagName, attributes = [], members = [] } of declarations) {
          if (!tagName) continue;
          const file = program.getSourceFile(fileURLToPath(new URL(path, ROOT)));
          const found = file?.statements.find(
            (one) => ts.isClassDeclaration(one) && one.name?.text === name,
          );
          if (!found) throw new Error(`${path} does not declare ${name}.`);
          const own = checker.getTypeAtLocation(found);
          for (const item of [...attributes, ...members]) {
            // Written out in the source, in an order of its author's.
            if (item.type?.text.startsWith("'")) continue;
            const property = own.getProperty(item.fieldName ?? item.name);
            const text = property && unionOfWords(checker.getTypeOfSymbol(property), item.default);
            if (text) item.type = { text };
          }
        }
      }
    },
  };
}
