/** Settings of the custom-elements manifest: read from src, named as published. */

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

/** What is `#private`, marked private or protected, or inherited from Lit is no public face. */
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
  plugins: [tagFromFolder(), publicMembersOnly(), publishedPaths()],
};
