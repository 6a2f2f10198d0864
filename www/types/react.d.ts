/** <nut-graf> in JSX of React 19: `import type {} from 'nutgraf/react'`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { NutGrafAttributes, NutGrafListeners } from './attributes.js';
import type { CustomLabels, NutGraf } from './nutgraf.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nut-graf': Omit<DetailedHTMLProps<HTMLAttributes<NutGraf>, NutGraf>, keyof NutGrafAttributes> &
        NutGrafAttributes &
        NutGrafListeners & { labels?: CustomLabels | string | null; htmlFor?: string; uiLang?: string };
    }
  }
}
