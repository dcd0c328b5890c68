import type { Decorator } from '@storybook/web-components-vite';

/**
 * Puts a story on a stage of the language, colour scheme and width that the toolbar says. The stage
 * is made of DOM, not of a template, so that a story may return either.
 */
export const onStage: Decorator = (story, { globals }) => {
  const { theme, language, width } = globals as Record<'theme' | 'language' | 'width', string>;
  const dark = theme.includes('dark');
  const root = document.documentElement;
  root.lang = language;
  root.style.colorScheme = dark ? 'dark' : 'light';
  document.body.style.background = dark ? '#101417' : '#ffffff';
  document.body.style.color = dark ? '#eef1f4' : '#1c2126';
  const stage = document.getElementById('storybook-root');
  if (stage) stage.style.maxWidth = width === 'full' ? '' : `${width}px`;
  dressWidgets(theme.startsWith('gobmx') ? 'gobmx' : 'neutral');
  return story();
};

const ours = new WeakSet<Element>();
let wanted = 'neutral';

/** Gives the theme to every widget of the story that has not been given one by its author. */
function dressWidgets(theme: string): void {
  wanted = theme;
  dress();
  watch.observe(document.body, { childList: true, subtree: true });
}

const watch = new MutationObserver(dress);

function dress(): void {
  for (const element of document.querySelectorAll('*')) {
    if (!element.localName.startsWith('ventana-')) continue;
    if (!element.hasAttribute('theme')) ours.add(element);
    if (!ours.has(element) || element.getAttribute('theme') === wanted) continue;
    element.setAttribute('theme', wanted);
  }
}
