import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validatePlan } from './validate-plan.js';
import type { Schema } from './walk-schema.js';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = JSON.parse(textOf('../../plan.schema.json')) as Schema;

describe('docs/plan-format.md', () => {
  const examples = [...textOf('../../../../docs/plan-format.md').matchAll(/```json\n([^]*?)```/g)];

  it('teaches with examples in which nothing is wrong', () => {
    expect(examples.length).toBeGreaterThan(2);
    for (const [, example = ''] of examples) {
      const plan = /"(?:commitments|compromisos)"/.test(example)
        ? example
        : `{"compromisos": [${example}]}`;
      expect(validatePlan(plan, schema)).toEqual([]);
    }
  });
});

describe('the plans that ship with the library', () => {
  it.each(['plan-2013-2015', 'plan-ejemplo', 'plan-ejemplo-anterior'])(
    '%s has no fault',
    (name) => {
      expect(validatePlan(textOf(`../../datos/${name}.json`), schema)).toEqual([]);
    },
  );
});
