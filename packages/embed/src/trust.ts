/** Bundled alone and put before every built file, which runs only when {@link trust} may paint. */
import { pageTrust, type TrustingPage } from './trusted-types.js';

export const trust = pageTrust(globalThis as unknown as TrustingPage);
