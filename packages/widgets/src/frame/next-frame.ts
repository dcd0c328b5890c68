/** Longest wait for a frame, in ms: a tab that nobody sees draws none. */
const LONGEST = 500;

/** A task after the next frame was drawn, so that what it adds is laid out and painted apart. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
