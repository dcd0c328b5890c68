/** What each package promises in its package.json is there after a build, as `npm install` would find it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PACKAGES = new URL('../packages/', import.meta.url);

type Target = string | { readonly [condition: string]: Target };

interface Described {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, Target>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly customElements?: string;
}

const published = readdirSync(PACKAGES)
  .map((folder) => ({
    home: new URL(`${folder}/`, PACKAGES),
    described: JSON.parse(
      readFileSync(new URL(`${folder}/package.json`, PACKAGES), 'utf8'),
    ) as Described,
  }))
  .filter(({ described }) => !described.private);

/** Every file that an entry may lead to, with the conditions on the way. */
function targetsOf(target: Target, conditions: readonly string[] = []): [string, string[]][] {
  if (typeof target === 'string') return [[target, [...conditions]]];
  return Object.entries(target).flatMap(([condition, inner]) =>
    targetsOf(inner, [...conditions, condition]),
  );
}

function isThere(home: URL, target: string): boolean {
  if (!target.includes('*')) return existsSync(new URL(target, home));
  const [before = '', after = ''] = target.split('*');
  const folder = new URL(before.slice(0, before.lastIndexOf('/') + 1), home);
  return (
    existsSync(folder) &&
    (readdirSync(folder, { recursive: true }) as string[]).some((path) => path.endsWith(after))
  );
}

describe.each(published.map(({ home, described }) => ({ name: described.name, home, described })))(
  '$name',
  ({ home, described }) => {
    const targets = Object.entries(described.exports ?? {}).flatMap(([entry, target]) =>
      targetsOf(target).map(([file, conditions]) => ({ entry, file, conditions })),
    );

    it('exports files that a build leaves there', () => {
      expect(targets.length).toBeGreaterThan(0);
      expect(
        targets.filter(({ file }) => !isThere(home, file)),
        'exports that lead nowhere: run `pnpm build`, or mend package.json',
      ).toEqual([]);
    });

    it('publishes every file that it exports', () => {
      const shipped = described.files ?? [];
      const left = targets.filter(
        ({ file }) => !shipped.some((path) => file.replace('./', '').startsWith(path)),
      );
      expect(left, 'add them to "files"').toEqual([]);
    });

    it('gives types for each module, and code where it gives types of one', () => {
      const { exports = {} } = described;
      for (const [entry, target] of Object.entries(exports)) {
        if (typeof target === 'string' || !entry.endsWith('.js')) continue;
        expect(Object.keys(target), entry).toEqual(['ventana-source', 'types', 'default']);
      }
    });

    it('says its licence', () => {
      expect(described.license).toBe('MIT');
    });
  },
);

it('a class can be imported without registering anything', async () => {
  const { readdir } = await import('node:fs/promises');
  const source = new URL('widgets/src/', PACKAGES);
  for (const entry of await readdir(source, { recursive: true })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.test.ts') || entry.endsWith('define.ts'))
      continue;
    const code = readFileSync(new URL(entry, source), 'utf8');
    if (entry.endsWith('frame/define-element.ts')) continue;
    expect(code, `${entry} registers an element: that is for define.ts`).not.toMatch(
      /customElements\.define\(|@customElement|import '[^']*define\.js'/,
    );
  }
});
