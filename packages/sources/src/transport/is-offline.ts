/** The browser knows that there is no network. Elsewhere than in a browser nobody does. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
