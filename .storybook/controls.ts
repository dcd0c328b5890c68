import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types';

/**
 * A control for each attribute, from its type in the manifest: words to choose, a switch, a number, a
 * text; the story's own where it gives one. What is no attribute is listed without a control.
 */
export const controlsFromTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]): [string, StrictInputType] => [
      name,
      isListed(argType)
        ? { ...argType, control: false }
        : { ...controlOf(argType.table?.type?.summary ?? ''), ...argType },
    ]),
  );

/** Properties, events, slots, parts and custom properties. */
function isListed({ table }: StrictInputType): boolean {
  return table?.category !== undefined && table.category !== 'attributes';
}

function controlOf(type: string): Pick<StrictInputType, 'control' | 'options'> {
  const parts = type
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'undefined');
  if (parts.length > 1 && parts.every((part) => /^'.*'$/.test(part))) {
    return { control: { type: 'radio' }, options: parts.map((part) => part.slice(1, -1)) };
  }
  if (/^boolean\b/.test(type)) return { control: { type: 'boolean' } };
  if (/^number\b/.test(type)) return { control: { type: 'number' } };
  return /^string\b/.test(type) ? { control: { type: 'text' } } : {};
}
