/** The declarations that the npm package ships, held against the sources: compiling this file is the test. */
import type * as widget from '../../www/types/nutgraf.js';
import type * as summarizer from '../../www/types/summarizer.js';
import type * as engine from '../../www/engine.js';
import type * as realWidget from '../../www/nutgraf.js';
import type * as realSummarizer from '../../www/summarizer.js';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Is<T extends true> = T;

/** What the browser calls, and nobody else. */
type Callbacks = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback';

export type Checks = [
  Is<Same<widget.Summary, engine.Summary>>,
  Is<Same<widget.Sentence, engine.Sentence>>,
  Is<Same<widget.Entity, engine.Entity>>,
  Is<Same<widget.SummaryType, NonNullable<engine.Options['type']>>>,
  Is<Same<widget.SummaryLength, NonNullable<engine.Options['length']>>>,
  Is<realWidget.NutGraf extends widget.NutGraf ? true : false>,
  Is<Same<Exclude<keyof realWidget.NutGraf, Callbacks>, keyof widget.NutGraf>>,
  Is<Same<typeof realWidget.stop, typeof widget.stop>>,
  Is<Same<keyof typeof realWidget, keyof typeof widget>>,
  Is<Same<realSummarizer.CoreOptions, summarizer.CoreOptions>>,
  Is<Same<realSummarizer.SummarizeOptions, summarizer.SummarizeOptions>>,
  Is<Same<realSummarizer.Availability, summarizer.Availability>>,
  Is<Same<keyof realSummarizer.CreateOptions, keyof summarizer.CreateOptions>>,
  Is<Same<keyof realSummarizer.Summarizer, keyof summarizer.Summarizer>>,
  Is<realSummarizer.Summarizer extends summarizer.Summarizer ? true : false>,
  Is<Same<keyof typeof realSummarizer, keyof typeof summarizer>>,
];
