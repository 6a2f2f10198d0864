/** What `nutgraf/element` exports: the class, which is not defined as an element by that. */
export { NutGraf } from './nutgraf.js';
export type * from './nutgraf.js';
