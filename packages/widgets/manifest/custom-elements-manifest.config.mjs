/** Settings of the custom-elements manifest: read from src, named as published. */
import { literalChoices } from './literal-choices.mjs';

/** A module is known by the file that a site imports, not by its source. */
function publishedPaths() {
  /** @param {string} path */
  const published = (path) => path.replace(/^\/?src\//, '').replace(/\.ts$/, '.js');
  /** @param {unknown} node */
  const rename = (node) => {
    if (Array.isArray(node)) node.forEach(rename);
    else if (node && typeof node === 'object') {
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') {
          /** @type {Record<string, unknown>} */ (node)[key] = published(value);
        } else rename(value);
      }
    }
  };
  return {
    name: 'ventana-published-paths',
    /** @param {{ customElementsManifest: object }} context */
    packageLinkPhase({ customElementsManifest }) {
      rename(customElementsManifest);
    },
  };
}

/** The class says nothing of its tag: define.ts registers it. Its folder does. */
function tagFromFolder() {
  return {
    name: 'ventana-tag-from-folder',
    /** @param {{ moduleDoc: { path: string, declarations?: { customElement?: boolean, tagName?: string }[] } }} context */
    moduleLinkPhase({ moduleDoc }) {
      const [, folder, file] = /^\/?(?:src\/)?([^/]+)\/([^/]+)\.[jt]s$/.exec(moduleDoc.path) ?? [];
      if (!folder || folder !== file) return;
      const element = moduleDoc.declarations?.find((one) => one.customElement);
      if (element) element.tagName ??= `ventana-${folder}`;
    },
  };
}

/** What is `#private`, marked private or protected, or called by Lit or the browser is no public face. */
function publicMembersOnly() {
  return {
    name: 'ventana-public-members',
    /** @param {{ moduleDoc: { declarations?: { kind: string, members?: { name: string, privacy?: string, static?: boolean, inheritedFrom?: { name: string } }[] }[] } }} context */
    moduleLinkPhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations ?? []) {
        declaration.members &&= declaration.members.filter(
          ({ name, privacy, static: onClass }) =>
            !onClass &&
            !name.startsWith('#') &&
            privacy !== 'private' &&
            privacy !== 'protected' &&
            !LIFECYCLE.has(name),
        );
      }
    },
  };
}

/** The analyzer takes the first argument of any event class for a name: only `@event` says what is fired. */
function documentedEventsOnly() {
  return {
    name: 'ventana-documented-events',
    /** @param {{ moduleDoc: { declarations?: { events?: { description?: string }[] }[] } }} context */
    moduleLinkPhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations ?? []) {
        declaration.events &&= declaration.events.filter(({ description }) => description);
      }
    },
  };
}

/** The module that registers each tag: the `define.js` beside the class, which calls a function that the analyzer does not follow. */
function definitionsFromFolder() {
  /** @typedef {{ kind: string, name: string, declaration: { name: string, module: string } }} Export */
  return {
    name: 'ventana-definitions',
    /** @param {{ customElementsManifest: { modules: { path: string, declarations?: { name: string, tagName?: string }[], exports?: Export[] }[] } }} context */
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const kind = 'custom-element-definition';
      for (const module of modules)
        module.exports &&= module.exports.filter((one) => one.kind !== kind);
      for (const { path, declarations = [] } of modules) {
        const define = modules.find((other) => other.path === path.replace(/[^/]+$/, 'define.ts'));
        for (const { name, tagName } of declarations) {
          if (tagName)
            define?.exports?.push({ kind, name: tagName, declaration: { name, module: path } });
        }
      }
    },
  };
}

const LIFECYCLE = new Set([
  'render',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
  'shouldUpdate',
  'createRenderRoot',
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'formResetCallback',
  'formStateRestoreCallback',
  'formDisabledCallback',
]);

export default {
  globs: ['src/**/*.ts'],
  exclude: [
    'src/**/*.test.ts',
    'src/**/*.fixtures.ts',
    'src/**/*.styles.ts',
    'src/**/*.messages.ts',
  ],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    tagFromFolder(),
    publicMembersOnly(),
    documentedEventsOnly(),
    definitionsFromFolder(),
    literalChoices(),
    publishedPaths(),
  ],
};
