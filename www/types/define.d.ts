/** `nutgraf/define` defines <nut-graf>, and does nothing for `data-auto`. */
export { NutGraf } from './nutgraf.js';
export type * from './nutgraf.js';
