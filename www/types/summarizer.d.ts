/** What `nutgraf/summarizer` exports: the Summarizer of the W3C's Writing Assistance APIs. */
import type { Summary } from './nutgraf.js';

export type { Summary };
export type SummarizerType = 'key-points' | 'tldr' | 'teaser' | 'headline';
export type SummarizerFormat = 'markdown' | 'plain-text';
export type SummarizerLength = 'short' | 'medium' | 'long';
export type PerformancePreference = 'auto' | 'speed' | 'capability';
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export interface SummarizerCreateCoreOptions {
  /** Default: `key-points`. */
  type?: SummarizerType;
  /** Default: `markdown`. */
  format?: SummarizerFormat;
  /** Default: `short`. */
  length?: SummarizerLength;
  /** Default: `auto`. Kept, but without effect: there is one way to summarize. */
  preference?: PerformancePreference;
  /** BCP 47. If there is exactly one and no `outputLanguage`, the input's language is not detected. */
  expectedInputLanguages?: readonly string[];
  expectedContextLanguages?: readonly string[];
  /** BCP 47. Must be the language of the input, because nothing is translated. */
  outputLanguage?: string;
}

export interface SummarizerCreateOptions extends SummarizerCreateCoreOptions {
  /** Aborts the creation, and later destroys the summarizer. */
  signal?: AbortSignal;
  monitor?: CreateMonitorCallback;
  /** What all summaries are for: its content words and names count as asked for. Counts against the quota. */
  sharedContext?: string;
  /** Beyond the draft: whether summaries are made in a worker. Default: false. */
  worker?: boolean;
}

export interface SummarizerSummarizeOptions {
  signal?: AbortSignal;
  /** What this summary is for, beside `sharedContext`. Counts against the quota. */
  context?: string;
}

/** Tells how far the download is: at its beginning, and at its end. */
export interface CreateMonitor extends EventTarget {
  ondownloadprogress: ((this: CreateMonitor, event: ProgressEvent) => any) | null;
  addEventListener<K extends keyof CreateMonitorEventMap>(type: K, listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => any, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof CreateMonitorEventMap>(type: K, listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => any, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}
/** Made by `Summarizer.create` alone. */
export declare const CreateMonitor: abstract new () => CreateMonitor;

export interface CreateMonitorEventMap {
  downloadprogress: ProgressEvent;
}

export type CreateMonitorCallback = (monitor: CreateMonitor) => void;

/** What the draft's interface has, the browser's own as well as ours. */
export interface DraftSummarizer {
  readonly type: SummarizerType;
  readonly format: SummarizerFormat;
  readonly length: SummarizerLength;
  readonly sharedContext: string;
  readonly expectedInputLanguages: readonly string[] | null;
  readonly expectedContextLanguages: readonly string[] | null;
  readonly outputLanguage: string | null;
  /** Ours: in bytes of UTF-8. */
  readonly inputQuota: number;
  summarize(input: string, options?: SummarizerSummarizeOptions): Promise<string>;
  summarizeStreaming(input: string, options?: SummarizerSummarizeOptions): ReadableStream<string>;
  measureInputUsage(input: string, options?: SummarizerSummarizeOptions): Promise<number>;
  destroy(): void;
}

export interface DraftSummarizerClass {
  readonly name: string;
  availability(options?: SummarizerCreateCoreOptions): Promise<Availability>;
  create(options?: SummarizerCreateOptions): Promise<DraftSummarizer>;
}

/** Made by `create` alone. */
export abstract class Summarizer implements DraftSummarizer {
  static availability(options?: SummarizerCreateCoreOptions | null): Promise<Availability>;
  static create(options?: SummarizerCreateOptions | null): Promise<Summarizer>;
  readonly type: SummarizerType;
  readonly format: SummarizerFormat;
  readonly length: SummarizerLength;
  readonly preference: PerformancePreference;
  readonly sharedContext: string;
  readonly expectedInputLanguages: readonly string[] | null;
  readonly expectedContextLanguages: readonly string[] | null;
  readonly outputLanguage: string | null;
  /** In bytes of UTF-8. */
  readonly inputQuota: number;
  summarize(input: string, options?: SummarizerSummarizeOptions | null): Promise<string>;
  /** The summary sentence by sentence. */
  summarizeStreaming(input: string, options?: SummarizerSummarizeOptions | null): ReadableStream<string>;
  /** In bytes of UTF-8, of the input and both contexts; at least 1. */
  measureInputUsage(input: string, options?: SummarizerSummarizeOptions | null): Promise<number>;
  /** Calls in progress and later ones reject with an AbortError. */
  destroy(): void;
  /** Beyond the draft: the whole result, with the place, score and names of each sentence. Null for input without words. */
  extract(input: string, options?: SummarizerSummarizeOptions | null): Promise<Summary | null>;
}

export interface InstallOptions {
  /**
   * Where ours becomes the global `Summarizer`: where there is none (`missing`); also where the one that is there is not
   * `available` now (`unavailable`, the default); or everywhere (`always`).
   */
  where?: 'missing' | 'unavailable' | 'always';
}

export interface Installation {
  /** The global one from now on. */
  Summarizer: DraftSummarizerClass;
  /** The browser's own, or another script's, whether or not ours took its place. */
  native: DraftSummarizerClass | undefined;
  /** Whether the global one is ours. */
  installed: boolean;
}

/** Makes ours the global `Summarizer`; where there is no other, that is done when the call returns. */
export function install(options?: InstallOptions | null): Promise<Installation>;
