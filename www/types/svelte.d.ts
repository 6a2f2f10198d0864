/** <nut-graf> in components of Svelte: `import type {} from 'nutgraf/svelte'`. */
import type { HTMLAttributes } from 'svelte/elements';
import type { NutGrafAttributes, NutGrafListeners } from './attributes.js';
import type { CustomLabels, NutGraf, NutGrafEventDetails } from './nutgraf.js';

/** As Svelte 4 writes listeners. */
type Directives = {
  [Name in keyof NutGrafEventDetails as `on:nutgraf-${Name}`]?: (event: CustomEvent<NutGrafEventDetails[Name]>) => void;
};

type Props = Omit<HTMLAttributes<NutGraf>, keyof NutGrafAttributes> &
  NutGrafAttributes &
  NutGrafListeners &
  Directives & { labels?: CustomLabels | string | null };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'nut-graf': Props;
  }
}

declare global {
  namespace svelteHTML {
    interface IntrinsicElements {
      'nut-graf': Props;
    }
  }
}
