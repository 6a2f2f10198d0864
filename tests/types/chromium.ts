/**
 * Ours and the Summarizer of `@types/dom-chromium-ai` stand for each other: compiling this file is the test.
 *
 * Those types differ from the draft in what follows, and ours follow the draft: the three attributes of languages may be
 * null, where they say undefined; and they lack the attribute `preference`.
 */
import type * as ours from '../../www/types/summarizer.js';

type Assignable<From, To> = [From] extends [To] ? true : false;
type Same<A, B> = Assignable<A, B> extends true ? Assignable<B, A> : false;
type Is<T extends true> = T;

type Languages = 'expectedInputLanguages' | 'expectedContextLanguages' | 'outputLanguage';
/** Null where the draft has null. */
type AsDrafted<T extends { [K in Languages]?: unknown }> = Omit<T, Languages> & { readonly [K in Languages]: Exclude<T[K], undefined> | null };

export type Checks = [
  // What a page writes for the one runs with the other.
  Is<Same<SummarizerCreateCoreOptions, ours.SummarizerCreateCoreOptions>>,
  Is<Same<SummarizerCreateOptions, ours.SummarizerCreateOptions>>,
  Is<Same<SummarizerSummarizeOptions, ours.SummarizerSummarizeOptions>>,
  Is<Same<SummarizerType, ours.SummarizerType>>,
  Is<Same<SummarizerFormat, ours.SummarizerFormat>>,
  Is<Same<SummarizerLength, ours.SummarizerLength>>,
  Is<Same<PerformancePreference, ours.PerformancePreference>>,
  Is<Same<Availability, ours.Availability>>,
  Is<Same<CreateMonitor, ours.CreateMonitor>>,
  Is<Same<CreateMonitorCallback, ours.CreateMonitorCallback>>,
  // What it gets is the same as well.
  Is<Same<Omit<Summarizer, Languages>, Omit<ours.DraftSummarizer, Languages>>>,
  Is<Same<AsDrafted<Summarizer>, ours.DraftSummarizer>>,
  Is<Assignable<Omit<ours.Summarizer, Languages>, Omit<Summarizer, Languages>>>,
  Is<Assignable<(typeof ours.Summarizer)['availability'], (typeof Summarizer)['availability']>>,
  Is<Assignable<Parameters<(typeof Summarizer)['create']>, Parameters<(typeof ours.Summarizer)['create']>>>,
];

// A monitor and options of the one go to the other without a cast.
declare const theirOptions: SummarizerCreateOptions;
declare const create: typeof ours.Summarizer.create;
export const made: Promise<ours.DraftSummarizer> = create(theirOptions);
export const options: SummarizerCreateOptions = { type: 'tldr', monitor: (monitor: ours.CreateMonitor) => monitor.addEventListener('downloadprogress', ({ loaded }) => loaded) };
