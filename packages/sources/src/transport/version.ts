/** Version of the library. Bundles of one version share what {@link pageRegistry} holds. */
export const VERSION = '0.1.0';
