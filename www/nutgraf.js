/** What a page loads: defines <nut-graf>, and gives articles one where the script's own tag asks for it (`data-auto`). */
import { auto } from './auto.js';
import { tags } from './by-address.js';

export { auto, stop } from './auto.js';
export { setBase } from './by-address.js';
export { NutGraf } from './define.js';

for (const { dataset } of tags) {
  try {
    if (dataset.auto) auto(dataset.auto, dataset);
  } catch (error) {
    console.warn('nutgraf: data-auto', error);
  }
}
