export { Autoloader, type AutoloaderOptions } from './autoloader.js';
export {
  pageTrust,
  type PageTrust,
  type TemplatePolicy,
  type TrustingPage,
} from './trusted-types.js';
