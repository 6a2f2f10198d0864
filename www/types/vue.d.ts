/** <nut-graf> in templates of Vue 3: `import type {} from 'nutgraf/vue'`. */
import type { DefineComponent, EmitsOptions } from 'vue';
import type { NutGrafAttributes } from './attributes.js';
import type { CustomLabels, NutGrafEventDetails } from './nutgraf.js';

type Emits = {
  [Name in keyof NutGrafEventDetails as `nutgraf-${Name}`]: (event: CustomEvent<NutGrafEventDetails[Name]>) => void;
} & EmitsOptions;

declare module 'vue' {
  interface GlobalComponents {
    'nut-graf': DefineComponent<NutGrafAttributes & { labels?: CustomLabels | string | null }, {}, {}, {}, {}, {}, {}, Emits>;
  }
}
