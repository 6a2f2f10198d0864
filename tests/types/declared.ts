/** The declarations that the npm package ships, held against the sources: compiling this file is the test. */
import type * as widget from '../../www/types/nutgraf.js';
import type * as summarizer from '../../www/types/summarizer.js';
import type english from '../../www/labels/en.json';
import type * as realWidget from '../../www/nutgraf.js';
import type * as realSummarizer from '../../www/summarizer.js';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type Is<T extends true> = T;

/** What the browser calls, and nobody else. */
type Callbacks = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback';

export type Checks = [
  Is<realWidget.NutGraf extends widget.NutGraf ? true : false>,
  Is<Same<Exclude<keyof realWidget.NutGraf, Callbacks>, keyof widget.NutGraf>>,
  Is<Same<realWidget.NutGraf['type'], widget.SummaryType>>,
  Is<Same<realWidget.NutGraf['length'], widget.SummaryLength>>,
  Is<Same<typeof realWidget.stop, typeof widget.stop>>,
  Is<Same<keyof typeof realWidget, keyof typeof widget>>,
  Is<Same<keyof realSummarizer.Summarizer, keyof summarizer.Summarizer>>,
  Is<realSummarizer.Summarizer extends summarizer.Summarizer ? true : false>,
  Is<Same<keyof typeof realSummarizer, keyof typeof summarizer>>,
  // Every error and every signal has its words.
  Is<Same<keyof (typeof english)['errors'], widget.ErrorCode>>,
  Is<Same<keyof (typeof english)['signals'], keyof widget.Signals>>,
  Is<Same<keyof (typeof english)['kinds'], keyof Required<widget.CustomLabels>['kinds']>>,
  // Every label may be replaced.
  Is<Same<keyof typeof english, keyof widget.CustomLabels>>,
];
