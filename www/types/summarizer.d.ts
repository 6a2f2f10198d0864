/** What the package's `nutgraf/summarizer` exports: the Summarizer of the W3C's Writing Assistance APIs. */

export type SummarizerType = 'key-points' | 'tldr' | 'teaser' | 'headline';
export type SummarizerFormat = 'markdown' | 'plain-text';
export type SummarizerLength = 'short' | 'medium' | 'long';
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export interface CoreOptions {
  /** `key-points` when it is not given. */
  type?: SummarizerType;
  /** `markdown` when it is not given. */
  format?: SummarizerFormat;
  /** `short` when it is not given. */
  length?: SummarizerLength;
  /** BCP 47; where there is one, the input is read as that. */
  expectedInputLanguages?: readonly string[];
  expectedContextLanguages?: readonly string[];
  /** BCP 47: nothing is translated, so it must be a language of the input. */
  outputLanguage?: string;
}

export interface CreateOptions extends CoreOptions {
  /** Ends the making, and later the summarizer. */
  signal?: AbortSignal;
  monitor?: (monitor: CreateMonitor) => void;
  /** Kept, and of no effect. */
  sharedContext?: string;
}

export interface SummarizeOptions {
  signal?: AbortSignal;
  /** Of no effect. */
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
  /** What is under way, and every later call, is rejected with an AbortError. */
  destroy(): void;
  get [Symbol.toStringTag](): string;
}

/** Sets the global `Summarizer` where there is none, and gives the one that is there now. */
export function install(): unknown;
