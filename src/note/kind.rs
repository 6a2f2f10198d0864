//! What kinds of notes there are.

/// A paragraph of more sentences is no note as a whole, whatever its first one is.
pub(super) const NOTE_SENTENCES: usize = 6;
/// The same for captions (what a picture shows, where and when, and the credit), for calls and for posts.
pub(super) const SHORT_NOTE_SENTENCES: usize = 3;

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// Says what an earlier version had wrong.
    Correction,
    /// Editors on the story itself: corrections, when it was published, whose views these are, who paid for it.
    Editorial,
    /// Who reported, wrote, edited or translated; agencies.
    Credit,
    /// Who the reporter is and how to reach them.
    Reporter,
    /// Says what a picture shows, or who took it.
    Caption,
    /// Asks the reader to follow somebody on a network.
    Follow,
    /// Asks the reader to subscribe, read, watch, write or take part, or to call a helpline.
    Call,
    /// Announces a list, a quotation or a box that stands after it on the page.
    Announcement,
    /// A line that its label names: "Read more:", "Sources:".
    LabelledLine,
    /// A paragraph that its label names: "Correction:", "Photo:".
    LabelledParagraph,
    /// A post of a network that stands in the story, or who wrote it.
    Post,
}

impl NoteKind {
    /// The most sentences of a paragraph that begins with it and is a note as a whole.
    pub(super) const fn sentences(self) -> usize {
        match self {
            Self::Correction | Self::Editorial | Self::Reporter | Self::LabelledParagraph => NOTE_SENTENCES,
            Self::Caption | Self::Call | Self::Follow => SHORT_NOTE_SENTENCES,
            Self::Credit | Self::Announcement | Self::LabelledLine | Self::Post => 1,
        }
    }
}

/// The bit of a kind in a set of kinds.
pub(super) const fn bit(kind: NoteKind) -> u64 {
    1 << kind as u64
}
