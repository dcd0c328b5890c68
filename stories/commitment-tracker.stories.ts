import '@ventana/widgets/commitment-tracker/define.js';
import '@ventana/widgets/provider/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  examplePlan,
  faultyPlan,
  hostilePlan,
  longPlan,
  plan2013,
  planCsv,
} from './answers/plan.js';
import { ARG_TYPES, farBelow, widgetRenderer } from './render-widget.js';
import type { StoryArgs } from './render-widget.js';

const render = widgetRenderer(
  'ventana-commitment-tracker',
  'https://plan.rioclaro.example/plan.json?',
  {
    href: 'https://plan.rioclaro.example/',
    text: 'Plan de gobierno abierto',
  },
);

const meta: Meta<StoryArgs> = {
  title: 'commitment-tracker',
  component: 'ventana-commitment-tracker',
  render,
  args: { answer: examplePlan },
  argTypes: ARG_TYPES,
};

export default meta;
type Story = StoryObj<StoryArgs>;

export const Summary: Story = {};
export const List: Story = { args: { view: 'list' } };
export const Board: Story = { args: { view: 'board' } };
export const Timeline: Story = { args: { view: 'timeline' } };
export const Table: Story = { args: { view: 'table' } };
export const Gobmx: Story = { args: { theme: 'gobmx' } };

export const OneCommitment: Story = { args: { commitment: '1' } };
export const WithDataset: Story = { args: { commitment: '3' } };
export const CommitmentNotThere: Story = { args: { commitment: '77' } };
export const Filtered: Story = { args: { view: 'list', filter: 'overdue&order=due' } };
export const NothingMatches: Story = { args: { filter: 'q=dragones' } };
export const WhatChanged: Story = { args: { since: '2026-08-01' } };

/** The plan that ships with the library: 26 commitments, and no status claimed of any. */
export const Plan2013: Story = { args: { answer: plan2013 } };
export const Plan2013List: Story = { args: { answer: plan2013, view: 'list' } };
export const Plan2013Board: Story = { args: { answer: plan2013, view: 'board' } };
export const Plan2013Timeline: Story = { args: { answer: plan2013, view: 'timeline' } };
export const Plan2013Table: Story = { args: { answer: plan2013, view: 'table' } };
export const FromCsv: Story = {
  args: { answer: { status: 200, body: planCsv, type: 'text/csv' }, view: 'list' },
};
export const TwoThousand: Story = { args: { answer: longPlan(), view: 'list' } };
export const HostileTexts: Story = { args: { answer: hostilePlan, view: 'list' } };
export const HostileTable: Story = { args: { answer: hostilePlan, view: 'table' } };

export const Idle: Story = {
  args: { loading: 'lazy' },
  render: (args) => farBelow(render(args)),
};
export const Loading: Story = { args: { answer: 'never' } };
export const Partial_: Story = { name: 'Partial', args: { answer: faultyPlan, view: 'list' } };
export const Empty: Story = { args: { answer: { titulo: 'Plan nuevo', compromisos: [] } } };
export const Stale: Story = {
  args: {
    answer: { status: 503 },
    others: { 'copia.json': examplePlan },
    snapshot: 'https://plan.rioclaro.example/copia.json',
  },
};
export const Config: Story = { args: { src: '' }, tags: ['complains'] };
export const NotFound: Story = { args: { answer: { status: 404 } } };
export const NoPlan: Story = { args: { answer: { saludo: 'hola' } } };
export const Maintenance: Story = {
  args: {
    answer: { status: 200, body: '<!doctype html><h1>Mantenimiento</h1>', type: 'text/html' },
  },
};
export const Unreachable: Story = { args: { answer: 'unreachable' } };
