/** What the package's `nutgraf` exports: importing it defines <nut-graf>. */

export type SummaryType = 'key-points' | 'tldr' | 'teaser' | 'headline';
export type SummaryLength = 'short' | 'medium' | 'long';

/** What each signal adds to a sentence's `rankScore`. */
export interface Signals {
  entityDensity: number;
  novelty: number;
  position: number;
  centrality: number;
  headline: number;
  selfContained: number;
  cue: number;
}

export interface Sentence {
  /** Verbatim from the article. */
  text: string;
  /** In UTF-16 units, into `article.text`. */
  offset: number;
  /** In UTF-16 units. */
  length: number;
  /** Number of the paragraph it stands in, from 0. */
  paragraph: number;
  /** In (0, 1]; the sentence chosen first has the highest. */
  rankScore: number;
  signals: Signals;
  /** Names that it holds. */
  entities: string[];
}

export interface Entity {
  name: string;
  kind: string;
  /** Its salience in the article. */
  weight: number;
  mentions: number;
}

export interface Summary {
  /** ISO 639, or `und`. */
  language: string;
  headline: string;
  /** In the order of the article. */
  sentences: Sentence[];
  entities: Entity[];
  words: number;
  readingSeconds: number;
  article: {
    words: number;
    sentences: number;
    readingSeconds: number;
    /** The paragraphs, joined by a blank line. A summary made at publish time does not carry it. */
    text?: string;
  };
  /** Whether it spares the reader enough of the article to be worth reading in its place. Of a text that is too short to shorten it is not. */
  worthwhile: boolean;
  /** Whether the article was longer than what is read. */
  truncated: boolean;
}

export type ErrorCode =
  | 'empty'
  | 'no-article'
  | 'not-found'
  | 'article-removed'
  | 'network'
  | 'http'
  | 'mime'
  | 'csp'
  | 'unsupported'
  | 'crash';

/** The <nut-graf> element. */
export class NutGraf extends HTMLElement {
  /** The id of the article, or a selector; empty for the nearest article around the element. */
  htmlFor: string;
  get type(): SummaryType;
  set type(value: string);
  get length(): SummaryLength;
  set length(value: string);
  get shape(): 'bullets' | 'paragraph';
  set shape(value: string);
  get loading(): 'lazy' | 'visible' | 'eager';
  set loading(value: string);
  /** The button's text; empty for the widget's own words. */
  label: string;
  /** BCP 47: the language of the widget's own words; empty for the article's. */
  uiLang: string;
  open: boolean;
  /** The summary, once there is one. */
  readonly summary: Summary | null;
  /** The summary's sentences, one a line. */
  readonly text: string;
  show(): void;
  hide(): void;
  /**
   * Promises the summary without opening anything; rejects with an Error that has a `code`. Of a text that is too short to shorten it
   * comes too, and its `worthwhile` is false; the panel would say so in its place.
   */
  summarize(): Promise<Summary>;
}

/** No article that comes from now on gets a button of its own accord; those that have one keep it. */
export function stop(): void;

export interface NutGrafEventMap {
  'nutgraf:ready': CustomEvent<Summary>;
  'nutgraf:toggle': CustomEvent<{ open: boolean }>;
  'nutgraf:error': CustomEvent<{ code: ErrorCode; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'nut-graf': NutGraf;
  }
  // They bubble and are composed, so they can be heard anywhere in the page.
  interface HTMLElementEventMap extends NutGrafEventMap {}
  interface DocumentEventMap extends NutGrafEventMap {}
}
