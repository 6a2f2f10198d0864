/** What `nutgraf/labels/…` exports: the widget's words in a language. They fit the element's property `labels`. */
import type { CustomLabels } from './nutgraf.js';

declare const labels: CustomLabels;
export default labels;
