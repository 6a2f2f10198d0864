//! The signals by name.

/// The signals, in the order in which a breakdown lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// How much of the article's named entities a sentence holds for its length.
    EntityDensity,
    /// How much a sentence says that no chosen one says yet.
    Novelty,
    /// How early it stands.
    Position,
    /// How much it shares with the whole article.
    Centrality,
    /// How much of the headline it takes up.
    Headline,
    /// Whether it is a statement that can be understood by itself.
    SelfContained,
    /// Whether it has words of news (what happened, what was decided) rather than of talk.
    Cue,
    /// How near it is to what the context asks for; 0 where no context is given.
    Context,
}

/// How many signals there are.
pub const SIGNALS: usize = 8;

impl Signal {
    /// All signals, in order.
    pub const ALL: [Self; SIGNALS] = [
        Self::EntityDensity,
        Self::Novelty,
        Self::Position,
        Self::Centrality,
        Self::Headline,
        Self::SelfContained,
        Self::Cue,
        Self::Context,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EntityDensity => "entityDensity",
            Self::Novelty => "novelty",
            Self::Position => "position",
            Self::Centrality => "centrality",
            Self::Headline => "headline",
            Self::SelfContained => "selfContained",
            Self::Cue => "cue",
            Self::Context => "context",
        }
    }
}

/// A value for each signal, in the order of [`Signal::ALL`].
pub(crate) type Values = [f64; SIGNALS];
