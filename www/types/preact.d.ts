/** <nut-graf> in JSX of Preact: `import type {} from 'nutgraf/preact'`. */
import type { JSX } from 'preact';
import type { NutGrafAttributes, NutGrafListeners } from './attributes.js';
import type { CustomLabels, NutGraf } from './nutgraf.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'nut-graf': Omit<JSX.HTMLAttributes<NutGraf>, keyof NutGrafAttributes> &
        NutGrafAttributes &
        NutGrafListeners & { labels?: CustomLabels | string | null };
    }
  }
}
