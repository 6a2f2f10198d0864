/** What the package `nutgraf` exports. Importing it in a browser defines <nut-graf>. */

export type SummaryType = 'key-points' | 'tldr' | 'teaser' | 'headline';
export type SummaryLength = 'short' | 'medium' | 'long';

/** What an entity is. `other` is a name of no clear kind. */
export type EntityKind = 'person' | 'place' | 'organisation' | 'other' | 'number' | 'quantity' | 'money' | 'percent' | 'date' | 'time';

/** What a page is taken for. The first three are kinds of articles. */
export type PageKind = 'article' | 'opinion' | 'live-blog' | 'listing' | 'product' | 'forum' | 'documentation' | 'service';

/** What each signal adds to a sentence's `rankScore`. */
export interface Signals {
  entityDensity: number;
  novelty: number;
  position: number;
  centrality: number;
  headline: number;
  selfContained: number;
  cue: number;
  /** Only where a context asked for what the sentence says. */
  context?: number;
}

/** A place where an entity is mentioned, in any form. */
export interface Mention {
  /** In UTF-16 units, into the same text as the sentence's. */
  offset: number;
  /** In UTF-16 units. */
  length: number;
  /** Which one: an index into the summary's `entities`. */
  entity: number;
}

export interface Sentence {
  /** Verbatim from the article. */
  text: string;
  /** In UTF-16 units, into `article.text`; without that, into the text that was summarized. */
  offset: number;
  /** In UTF-16 units. */
  length: number;
  /** The number of its paragraph in the article, from 0. */
  paragraph: number;
  /** In (0, 1]; the sentence chosen first has the highest. */
  rankScore: number;
  signals: Signals;
  /** The names in it, without figures and dates. */
  entities: string[];
  /** Where it mentions names, figures and dates, in order. */
  mentions: Mention[];
}

export interface Entity {
  name: string;
  kind: EntityKind;
  /** Its salience in the article, from 0 to 1. */
  weight: number;
  mentions: number;
}

export interface Summary {
  /** ISO 639-1, or `und` where it could not be determined. */
  language: string;
  /** `null` where the article has none. */
  headline: string | null;
  /** In the order of the article. */
  sentences: Sentence[];
  /** By weight, the highest first. */
  entities: Entity[];
  /** In the sentences. */
  words: number;
  /** Of the sentences. */
  readingSeconds: number;
  article: {
    words: number;
    sentences: number;
    readingSeconds: number;
    /** The paragraphs, joined by a blank line. A summary made at publish time does not carry it. */
    text?: string;
  };
  /** What the page is taken for that the article stands on. Text that was given stands on none. */
  page?: {
    kind: PageKind;
    /** How likely that is, from 0 to 1. */
    confidence: number;
  };
  /** Whether it saves enough reading to be worth it. False for an article that is too short. */
  worthwhile: boolean;
  /** Whether the article was longer than the core reads, so that only its first part was summarized. */
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

/** The labels that are one text each. docs/widget.md says where each stands. */
export type LabelName =
  | 'lang'
  | 'dir'
  | 'question'
  | 'call'
  | 'hide'
  | 'busy'
  | 'retry'
  | 'failed'
  | 'region'
  | 'summary'
  | 'source'
  | 'shown'
  | 'back'
  | 'gone'
  | 'unchanged'
  | 'saved'
  | 'truncated'
  | 'tooShort'
  | 'stale'
  | 'update'
  | 'opening'
  | 'length'
  | 'short'
  | 'medium'
  | 'long'
  | 'shape'
  | 'bullets'
  | 'paragraph'
  | 'copy'
  | 'markdown'
  | 'copied'
  | 'uncopied'
  | 'share'
  | 'link'
  | 'listen'
  | 'pause'
  | 'resume'
  | 'print'
  | 'who'
  | 'where'
  | 'amounts'
  | 'also'
  | 'mention'
  | 'unmentioned'
  | 'why'
  | 'reasons';

/** Labels that replace those of the widget's language; what is absent stays. */
export interface CustomLabels extends Partial<Record<LabelName, string>> {
  /** By category of Intl.PluralRules; `other` must be there. */
  ready?: Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>;
  /** Kinds of pages that the panel names. */
  kinds?: Partial<Record<'opinion' | 'live-blog', string>>;
  signals?: Partial<Record<keyof Signals, string>>;
  errors?: Partial<Record<ErrorCode, string>>;
}

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
  /** Replaces the widget's own words: labels, their JSON, or its address. Those of `data-labels` stay where it says nothing. */
  labels: CustomLabels | string | null;
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
   * Makes the summary without opening the panel. Rejects with an Error that has a `code`. An article that is too short has a
   * summary too, whose `worthwhile` is false; the panel shows a message instead.
   */
  summarize(): Promise<Summary>;
}

/** What each made button gets, and where and when it is made; as `data-…` on the script's tag. */
export interface AutoOptions {
  /** After the headline (the default), before it, at the end of the article, or after the headline and at the end. */
  position?: 'after' | 'before' | 'end' | 'both' | (string & {});
  /** The milliseconds from the page's load to the first buttons, until which frameworks hydrate. Default: 400. */
  wait?: number | string;
  type?: SummaryType | (string & {});
  length?: SummaryLength | (string & {});
  /** The button's text. */
  label?: string;
  /** BCP 47: the language of the articles. */
  lang?: string;
}

/**
 * Gives each article that matches a selector its button, now and later, as `data-auto` does. Throws a SyntaxError where it is no
 * selector. What comes back ends it: articles added from then on get no button; those that have one keep it.
 */
export function auto(selector: string, options?: AutoOptions): () => void;

/** Ends all calls of `auto`, and what `data-auto` does. */
export function stop(): void;

/**
 * Says in which folder the other files are, as `data-base` does: an address that ends with a slash. Where a bundler has made
 * chunks of them, only the WebAssembly is looked for there. Throws a TypeError where it is no address.
 */
export function setBase(address: string): void;

/** Which sentence of the summary. */
export interface SentenceDetail {
  /** Its place in `summary.sentences`. */
  index: number;
  text: string;
  /** In UTF-16 units, as `Sentence.offset`. */
  offset: number;
}

export type ListenState = 'start' | 'pause' | 'resume' | 'end' | 'stop';

/** The events' details, by the end of their names. */
export interface NutGrafEventDetails {
  ready: Summary;
  /** Before `open` changes by a click, a call or the property; `preventDefault` keeps the state. */
  'before-toggle': { open: boolean };
  toggle: { open: boolean };
  error: { code: ErrorCode; message: string };
  /** The reader went to a sentence's place in the article. */
  jump: SentenceDetail;
  /** The reader went to a place where a name or figure is. */
  mention: { name: string; kind: EntityKind; number: number; count: number };
  copy: { format: 'plain-text' | 'markdown'; text: string };
  /** By the browser's dialog, or by a link that was copied. */
  share: SentenceDetail & { url: string; method: 'share' | 'copy' };
  /** With the sentence that is being read. */
  listen: SentenceDetail & { state: ListenState };
  length: { length: SummaryLength };
  shape: { shape: 'bullets' | 'paragraph' };
  print: {};
}

/** Each event has two names: `nutgraf-ready` and `nutgraf:ready`. */
export type NutGrafEventMap = {
  [Name in keyof NutGrafEventDetails as `nutgraf${'-' | ':'}${Name}`]: CustomEvent<NutGrafEventDetails[Name]>;
};

declare global {
  interface HTMLElementTagNameMap {
    'nut-graf': NutGraf;
  }
  // They bubble and are composed, so they can be heard anywhere in the page.
  interface HTMLElementEventMap extends NutGrafEventMap {}
  interface DocumentEventMap extends NutGrafEventMap {}
}
