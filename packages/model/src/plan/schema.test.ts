import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from './plan.fixtures.js';

interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly 'x-en'?: { readonly title: string; readonly description: string };
  readonly properties?: Readonly<Record<string, Node>>;
  readonly $defs?: Readonly<Record<string, Node>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../plan.schema.json', import.meta.url), 'utf8'),
) as Node;

/** Where an object of each definition stands in a plan, to hold a field of it up to the reader. */
const HOLDERS: Readonly<Record<string, (record: object) => object>> = {
  '': (record) => record,
  commitment: (record) => ({ commitments: [record] }),
  milestone: (record) => ({ commitments: [{ title: 'c', milestones: [record] }] }),
  statusChange: (record) => ({ commitments: [{ title: 'c', history: [record] }] }),
  assessment: (record) => ({ commitments: [{ title: 'c', assessments: [record] }] }),
  evidence: (record) => ({ commitments: [{ title: 'c', evidence: [record] }] }),
  related: (record) => ({ commitments: [{ title: 'c', datasets: [record] }] }),
  organization: (record) => ({
    commitments: [{ title: 'c', institutions: [record] }],
  }),
  member: (record) => ({ commitments: [], secretariat: [record] }),
  link: (record) => ({ commitments: [], sources: [record] }),
  axis: (record) => ({ commitments: [], axes: [record] }),
  theme: (record) => ({ commitments: [], themes: [record] }),
  review: (record) => ({ commitments: [], reviews: [record] }),
  period: (record) => ({ commitments: [], period: record }),
  license: (record) => ({ commitments: [], license: record }),
};

const records = Object.entries({ '': schema, ...schema.$defs }).filter(
  ([, node]) => node.properties !== undefined,
);

describe('plan.schema.json', () => {
  it('says of every field what it is, in Spanish and in English', () => {
    for (const [name, { properties = {} }] of records)
      for (const [key, field] of Object.entries(properties)) {
        if (key.startsWith('$') || field.$ref?.includes('/properties/')) continue;
        expect([
          name,
          key,
          field.title,
          field.description,
          field['x-en']?.title,
          field['x-en']?.description,
        ]).not.toContain(undefined);
      }
  });

  it('is taught name by name in docs/plan-format.md', () => {
    const guide = readFileSync(new URL('../../../../docs/plan-format.md', import.meta.url), 'utf8');
    for (const [, { properties = {} }] of records)
      for (const key of Object.keys(properties))
        if (!key.startsWith('$')) expect(guide).toContain(`\`${key}\``);
  });

  it('has a place for each of its objects', () => {
    expect(records.map(([name]) => name).sort()).toEqual(Object.keys(HOLDERS).sort());
  });

  it.each(records)(
    'names the fields of "%s" as the reader does, Spanish names too',
    (name, node) => {
      const hold = HOLDERS[name] ?? ((record: object) => record);
      for (const [key, { $ref = '' }] of Object.entries(node.properties ?? {})) {
        if (key.startsWith('$')) continue;
        const alias = /\/properties\/(\w+)$/.exec($ref)?.[1];
        // A value of the wrong kind everywhere is told of, under the key it was written in, by a reader that knows the key.
        const seen = (field: string): string[] => {
          const { problems, model } = read(hold({ [field]: [[]] }));
          return [...problems.map((p) => p.code), JSON.stringify(model)];
        };
        const unread = read(hold({ zzz: [[]] }));
        if (alias) expect([key, ...seen(key)]).toEqual([key, ...seen(alias)]);
        else if (key !== 'example')
          expect([key, ...seen(key)]).not.toEqual([
            key,
            ...unread.problems.map((p) => p.code),
            JSON.stringify(unread.model),
          ]);
      }
    },
  );
});
