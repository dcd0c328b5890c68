/** How far outside the viewport a lazy widget starts to load. */
const MARGIN = '300px';

/**
 * Calls `near` once: when the element comes near the viewport (at once if `isEager`), and never
 * while the tab is hidden or prerendered, so that a page nobody looks at costs nobody's server.
 * Printing counts as near.
 *
 * @param away - ends the watch
 */
export function whenNear(
  element: Element,
  isEager: () => boolean,
  near: () => void,
  away: AbortSignal,
): void {
  const ending = new AbortController();
  const { signal } = ending;
  away.addEventListener('abort', () => ending.abort());
  let isNear = false;
  const go = (): void => {
    ending.abort();
    near();
  };
  const check = (): void => {
    if (!signal.aborted && (isNear || isEager()) && !document.hidden) go();
  };
  const arrive = (): void => {
    isNear = true;
    check();
  };
  document.addEventListener('visibilitychange', check, { signal });
  document.addEventListener('prerenderingchange', check, { signal });
  addEventListener('beforeprint', go, { signal });
  if (typeof IntersectionObserver === 'undefined' || isEager()) {
    queueMicrotask(arrive);
  } else {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) arrive();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  }
}
