/** The attributes and events of <nut-graf>, as templates and JSX write them. */
import type { NutGrafEventDetails, SummaryLength, SummaryType } from './nutgraf.js';

export interface NutGrafAttributes {
  /** The id of the article, or a selector. */
  for?: string;
  type?: SummaryType;
  length?: SummaryLength;
  shape?: 'bullets' | 'paragraph';
  /** When what the summary needs is fetched. */
  loading?: 'lazy' | 'visible' | 'eager';
  /** The button's text. */
  label?: string;
  /** BCP 47: the language of the article. */
  lang?: string;
  /** BCP 47: the language of the widget's own words. */
  'ui-lang'?: string;
  open?: boolean;
}

/** Listeners by the names that begin with `on`. */
export type NutGrafListeners = {
  [Name in keyof NutGrafEventDetails as `onnutgraf-${Name}`]?: (event: CustomEvent<NutGrafEventDetails[Name]>) => void;
};
