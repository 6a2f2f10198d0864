//! Why sentences lean on others.

/// Why a sentence leans on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "eval"), expect(unreachable_pub, reason = "only the evaluation shows it"))]
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
    #[cfg(feature = "eval")]
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
