//! Leaning: which sentences cannot be understood, or would mislead, unless another one is shown too.
//!
//! A sentence leans back on what it takes up (a pronoun, "the suspect", a surname, the rest of a quotation, the answer to
//! a question), or forward on what completes it (a question, an announcement, a claim that is denied). What the
//! headline says is known to the reader and nothing leans on it. After the dangling anaphora of Paice (1990),
//! "Constructing literature abstracts by computer", and the faults of extracts counted by Zhang, Wan and Bansal (2023),
//! "Extractive is not faithful".

mod anaphor;
mod answer;
mod definite;
mod denial;
mod name;
mod quotation;
mod story;

use crate::document::Document;
use story::Story;

/// Why a sentence leans on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A pronoun whose antecedent is not in the sentence: "He", "In his view", "The two".
    Anaphor,
    /// A connective at the opening: "But".
    Connective,
    /// A demonstrative with its noun: "this deal".
    Demonstrative,
    /// A definite noun phrase that takes up what was told before: "the suspect".
    Definite,
    /// A surname whose bearer was introduced before.
    Name,
    /// A part of a quotation whose beginning or whose speaker stands elsewhere.
    Quotation,
    /// The answer to a question.
    Answer,
    /// A question, or the announcement of what follows.
    Announcement,
    /// A claim that is denied further on.
    Denial,
}

impl Reason {
    /// All reasons, in order.
    #[cfg(feature = "cli")]
    pub const ALL: [Self; 9] = [
        Self::Anaphor,
        Self::Connective,
        Self::Demonstrative,
        Self::Definite,
        Self::Name,
        Self::Quotation,
        Self::Answer,
        Self::Announcement,
        Self::Denial,
    ];
}

/// One thing that a sentence leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leaning {
    pub(crate) reason: Reason,
    /// The sentence that must be shown too. `None`: it is not known which, or none is in the article.
    pub(crate) on: Option<usize>,
}

/// What every sentence of an article leans on.
#[derive(Debug)]
pub(crate) struct Leanings {
    /// Of all sentences, one after the other.
    list: Vec<Leaning>,
    /// Where those of each sentence begin; one more at the end.
    starts: Vec<usize>,
    /// Sentences that are leaned on, each with one that leans on it, ascending.
    leaned_on: Vec<(usize, usize)>,
}

impl Leanings {
    pub(crate) fn new(document: &Document<'_>) -> Self {
        let story = Story::new(document);
        let count = document.sentences().len();
        let (mut list, mut starts) = (Vec::new(), Vec::with_capacity(count + 1));
        starts.push(0);
        for sentence in 0..count {
            let from = starts[sentence];
            let mut add = |reason, on: Option<usize>| {
                let leaning = Leaning { reason, on };
                if !list[from..].contains(&leaning) {
                    list.push(leaning);
                }
            };
            anaphor::find(&story, sentence, &mut add);
            definite::find(&story, sentence, &mut add);
            name::find(&story, sentence, &mut add);
            quotation::find(&story, sentence, &mut add);
            answer::find(&story, sentence, &mut add);
            denial::find(&story, sentence, &mut add);
            starts.push(list.len());
        }
        let pairs = starts.windows(2).enumerate().flat_map(|(sentence, ends)| {
            list[ends[0]..ends[1]].iter().filter_map(move |leaning| Some((leaning.on?, sentence)))
        });
        let mut leaned_on: Vec<(usize, usize)> = pairs.collect();
        leaned_on.sort_unstable();
        leaned_on.dedup();
        Self { list, starts, leaned_on }
    }

    /// The sentences that lean on one, ascending.
    pub(crate) fn leaning_on(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let first = self.leaned_on.partition_point(|(on, _)| *on < sentence);
        self.leaned_on[first..].iter().take_while(move |(on, _)| *on == sentence).map(|(_, leaning)| *leaning)
    }

    /// Why a sentence does not stand by itself, and what it leans on; nothing if it does.
    pub(crate) fn of(&self, sentence: usize) -> &[Leaning] {
        &self.list[self.starts[sentence]..self.starts[sentence + 1]]
    }

    /// Whether a sentence leans on one that is not shown.
    pub(crate) fn dangles(&self, sentence: usize, is_shown: impl Fn(usize) -> bool) -> bool {
        self.of(sentence).iter().any(|leaning| !leaning.on.is_some_and(&is_shown))
    }
}
