import { expect, it, vi } from 'vitest';
import { pageTrust } from './trusted-types.js';
import type { TrustingPage } from './trusted-types.js';

/** A page that grants the policies named, each once, and whose templates take text or do not. */
function pageThat({ grants, takesText }: { grants?: readonly string[]; takesText: boolean }) {
  const made: string[] = [];
  const page: TrustingPage = {
    document: {
      createElement: (() => ({
        set innerHTML(_: string) {
          if (!takesText) throw new TypeError('This document requires TrustedHTML');
        },
      })) as unknown as Document['createElement'],
    },
    console: { error: vi.fn() },
  };
  if (grants) {
    page.trustedTypes = {
      createPolicy(name, rules) {
        if (!grants.includes(name) || made.includes(name)) throw new TypeError(`refused: ${name}`);
        made.push(name);
        return rules;
      },
    };
  }
  return { page, made };
}

it('paints with plain text where the browser has no trusted types', () => {
  const { page } = pageThat({ takesText: true });
  expect(pageTrust(page)).toEqual({ mayPaint: true });
  expect(page.console.error).not.toHaveBeenCalled();
});

it('makes one policy for every bundle on the page', () => {
  const { page, made } = pageThat({ grants: ['ventana', 'lit-html'], takesText: false });
  const first = pageTrust(page);
  expect(pageTrust(page)).toBe(first);
  expect(made).toEqual(['ventana']);
  expect(first.policy?.createHTML('<p>')).toBe('<p>');
});

it('takes the name that Lit uses when only that is on the list', () => {
  const { page, made } = pageThat({ grants: ['lit-html'], takesText: false });
  expect(pageTrust(page).mayPaint).toBe(true);
  expect(made).toEqual(['lit-html']);
});

it('paints without a policy where none is granted but none is required', () => {
  const { page } = pageThat({ grants: [], takesText: true });
  expect(pageTrust(page)).toEqual({ mayPaint: true });
});

it('paints nothing, and says why once, where a policy is required and refused', () => {
  const { page } = pageThat({ grants: [], takesText: false });
  expect(pageTrust(page).mayPaint).toBe(false);
  pageTrust(page);
  expect(page.console.error).toHaveBeenCalledOnce();
  expect(page.console.error).toHaveBeenCalledWith(expect.stringContaining('trusted-types ventana'));
});

it('leaves no enumerable trace on the page', () => {
  const { page } = pageThat({ takesText: true });
  const before = Object.keys(page);
  pageTrust(page);
  expect(Object.keys(page)).toEqual(before);
  expect(Object.getOwnPropertySymbols(page)).toEqual([Symbol.for('ventana')]);
});

it('works on a page whose global is frozen', () => {
  const { page } = pageThat({ takesText: true });
  expect(pageTrust(Object.freeze(page)).mayPaint).toBe(true);
});
