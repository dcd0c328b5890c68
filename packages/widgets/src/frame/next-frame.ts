/** Longest wait for a frame, in ms: a tab that nobody sees draws none. */
const LONGEST = 500;

/**
 * A task after the next frame was drawn, so that what it adds is laid out and painted apart. Two
 * frames: a task right after one often ran before the browser had put it on the screen.
 */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}
