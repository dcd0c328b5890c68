/**
 * The Trusted Types policy that the templates of every Ventana file on this page go through.
 *
 * Lit makes a policy of its own when it loads and does not catch a refusal, so a second copy of
 * Lit, or a page that grants no policy, would break at load. The build puts this in its place
 * (see bundle/trusted-types-plugin.mjs): the policy is made once per page, named `ventana`, else
 * `lit-html`, and kept where other bundles and other versions find it.
 *
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */

/** Constant template text, never data, becomes markup, and the build's own workers may start. */
export interface TemplatePolicy {
  createHTML(template: string): string;
  /** @throws {TypeError} for what is neither a file `*.worker.js` nor a blob of this page's */
  createScriptURL?(address: string): string;
}

export interface PageTrust {
  /** Absent where the browser has no Trusted Types or the page grants no policy. */
  readonly policy?: TemplatePolicy;
  /** False when a template cannot become markup on this page: then nothing may be defined. */
  readonly mayPaint: boolean;
}

/** The library's one global; packages/sources keeps what a version shares under the version's name. */
const REGISTRY = Symbol.for('ventana');

interface Registry {
  trustedTypesPolicy?: PageTrust;
}

/** The parts of a window that decide. Tests hand in their own. */
export interface TrustingPage {
  [REGISTRY]?: Registry;
  trustedTypes?: {
    createPolicy(name: string, rules: TemplatePolicy): TemplatePolicy;
  };
  document: Pick<Document, 'createElement'>;
  console: Pick<Console, 'error'>;
}

/** Every version's, unlike the rest of the registry: a page grants a policy's name only once. */
function registryOf(page: TrustingPage): Registry {
  try {
    if (!page[REGISTRY]) {
      Object.defineProperty(page, REGISTRY, { value: Object.create(null) as Registry });
    }
  } catch {
    // A page that froze its global: each bundle asks for itself.
  }
  return page[REGISTRY] ?? {};
}

/** Names asked for, in order. A page that lists names in `trusted-types` allows either. */
const POLICY_NAMES = ['ventana', 'lit-html'];

const RULES: TemplatePolicy = {
  createHTML: (template) => template,
  createScriptURL: (address) => {
    if (/^blob:|\/[a-z]+\.worker\.js$/.test(address)) return address;
    throw new TypeError(`Ventana starts no script at ${address}`);
  },
};

function grantedPolicy(page: TrustingPage): TemplatePolicy | undefined {
  for (const name of page.trustedTypes ? POLICY_NAMES : []) {
    try {
      return page.trustedTypes?.createPolicy(name, RULES);
    } catch {
      // Not on the page's list, or taken by a copy of Lit that is not ours.
    }
  }
  return undefined;
}

/** Without a policy, plain text still becomes markup unless the page requires trusted types. */
function takesPlainText(page: TrustingPage): boolean {
  try {
    page.document.createElement('template').innerHTML = '<!---->';
    return true;
  } catch {
    return false;
  }
}

/**
 * The page's trust, made at the first call and shared by every later one, whatever bundle or
 * version it comes from. Says once, on the console, why nothing can be painted.
 */
export function pageTrust(page: TrustingPage): PageTrust {
  const registry = registryOf(page);
  if (registry.trustedTypesPolicy) return registry.trustedTypesPolicy;

  const policy = grantedPolicy(page);
  const trust: PageTrust = policy ? { policy, mayPaint: true } : { mayPaint: takesPlainText(page) };
  if (!trust.mayPaint) {
    page.console.error(
      'Ventana: fallback content stays. This page grants no Trusted Types policy; add to its Content-Security-Policy: trusted-types ventana',
    );
  }
  return (registry.trustedTypesPolicy = trust);
}
