/** <nut-graf> in JSX of Preact: `import type {} from 'nutgraf/preact'`. */
import type { ComponentProps } from 'preact';
import type { NutGrafAttributes, NutGrafListeners } from './attributes.js';
import type { CustomLabels } from './nutgraf.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'nut-graf': Omit<ComponentProps<'div'>, keyof NutGrafAttributes> &
        NutGrafAttributes &
        NutGrafListeners & { labels?: CustomLabels | string | null };
    }
  }
}
