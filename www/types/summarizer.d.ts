/** What `nutgraf/summarizer` exports: the Summarizer of the W3C's Writing Assistance APIs. */

export type SummarizerType = 'key-points' | 'tldr' | 'teaser' | 'headline';
export type SummarizerFormat = 'markdown' | 'plain-text';
export type SummarizerLength = 'short' | 'medium' | 'long';
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export interface CoreOptions {
  /** Default: `key-points`. */
  type?: SummarizerType;
  /** Default: `markdown`. */
  format?: SummarizerFormat;
  /** Default: `short`. */
  length?: SummarizerLength;
  /** BCP 47. If there is exactly one, the input's language is not detected. */
  expectedInputLanguages?: readonly string[];
  expectedContextLanguages?: readonly string[];
  /** BCP 47. Must be a language of the input, because nothing is translated. */
  outputLanguage?: string;
}

export interface CreateOptions extends CoreOptions {
  /** Aborts the creation, and later destroys the summarizer. */
  signal?: AbortSignal;
  monitor?: (monitor: CreateMonitor) => void;
  /** Kept, but without effect. */
  sharedContext?: string;
}

export interface SummarizeOptions {
  signal?: AbortSignal;
  /** Without effect. */
  context?: string;
}

/** Tells how far the download is: at its beginning, and at its end. */
export class CreateMonitor extends EventTarget {
  ondownloadprogress: ((event: ProgressEvent) => void) | null;
}

export class Summarizer {
  private constructor();
  static availability(options?: CoreOptions): Promise<Availability>;
  static create(options?: CreateOptions): Promise<Summarizer>;
  readonly type: SummarizerType;
  readonly format: SummarizerFormat;
  readonly length: SummarizerLength;
  readonly sharedContext: string;
  readonly expectedInputLanguages: readonly string[] | null;
  readonly expectedContextLanguages: readonly string[] | null;
  readonly outputLanguage: string | null;
  /** In bytes of UTF-8. */
  readonly inputQuota: number;
  summarize(input: string, options?: SummarizeOptions): Promise<string>;
  /** The summary sentence by sentence. */
  summarizeStreaming(input: string, options?: SummarizeOptions): ReadableStream<string>;
  /** In bytes of UTF-8. */
  measureInputUsage(input: string, options?: SummarizeOptions): Promise<number>;
  /** Calls in progress and later ones reject with an AbortError. */
  destroy(): void;
  get [Symbol.toStringTag](): string;
}

/** Defines the global `Summarizer` where there is none; returns the one that is defined now. */
export function install(): unknown;
