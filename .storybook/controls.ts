import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types';

/** A control for each property, from its type in the manifest: words to choose, a switch, a number, a text. */
export const controlsFromTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]): [string, StrictInputType] => [
      name,
      { ...argType, ...controlOf(argType.table?.type?.summary ?? '') },
    ]),
  );

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
