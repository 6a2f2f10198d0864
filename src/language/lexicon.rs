//! The word lists of a language, packed by `build.rs` from `lexicon/*.txt` and looked up by hash.
//!
//! Each file names its source, licence and making in its first line; a section is a line `[name]` and the
//! words under it, a phrase of two with `_` between. To add an abbreviation, add it to the language's file in its alphabetical place. Sections whose
//! words are told by what stands beside them (abbreviations, units, …; `SHARED` in `build.rs`) hold for every language.

use crate::collections::hash::Hasher;
use crate::collections::packed::{EXACT_LISTS, Filter, SHARED_BITS, WORD_BITS, Words};
use crate::text::case::word_hash;
use crate::text::char_class::is_unspaced;
use std::sync::OnceLock;

/// What a word may be listed as; in the order of `SECTIONS` in `build.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum List {
    /// Function words: carry no topic.
    Stop,
    /// Words that, opening a sentence, stand for something said before.
    Anaphor,
    /// Words that, opening a sentence, lean on the sentence before.
    Connective,
    /// Abbreviations that take a dot and may or may not end a sentence.
    Abbreviation,
    /// Abbreviations that a name follows: they never end a sentence.
    BeforeName,
    /// Abbreviations only where a number follows.
    BeforeNumber,
    /// Titles and offices that introduce a person.
    Honorific,
    /// Words inside names of organisations.
    Organisation,
    /// Words inside names of places.
    Place,
    /// Prepositions before places.
    PlacePreposition,
    /// Months.
    Month,
    /// Days of the week.
    Weekday,
    /// Units after numbers.
    Unit,
    /// Currencies.
    Currency,
    /// Words for per cent.
    Percent,
    /// Verbs of saying.
    Speech,
    /// Words that open a clause or a phrase that the sentence can do without: relative pronouns, "while", "in".
    Subordinator,
    /// Finite verbs that tell news: auxiliaries, and the commonest forms that no ending tells.
    Verb,
    /// How the finite verbs end that are not listed, participles with them where they end so too: "ed".
    VerbEnding,
    /// Words that another verb follows which is nothing without its object: "has", "will", "to"; not "was".
    Auxiliary,
    /// Words that open a clause with a verb of its own: "that", "who", "when".
    ClauseOpener,
    /// `yes` where the verb comes last in its clause.
    VerbFinal,
    /// `yes` where what goes with an auxiliary verb comes last in its clause: "hat … gesagt".
    VerbBracket,
    /// `yes` where ordinal numbers are written with a dot.
    OrdinalDot,
    /// `yes` where articles are elided before a vowel.
    Elision,
    /// In scripts without case: names known by heart, and the single characters that write foreign names by their sound.
    Name,
    /// First and second persons: who speaks for himself, or to the reader.
    Person,
    /// Words of opinion and of talk: "really", "think", "something".
    Opinion,
    /// Words of hard news: who acts with authority, and what is decided, suffered or announced.
    Event,
    /// Definite articles, and prepositions merged with them.
    Definite,
    /// Nouns that behind a definite article take up what was told before ("the suspect"); where the article is an ending
    /// or a prefix, with it.
    Referent,
    /// Demonstratives that stand before a noun.
    Demonstrative,
    /// Adverbs that at the end of a clause stand for what was said: "too", "there".
    Adverb,
    /// Stretches of time that "this" points to from the day of publication: "this week".
    Period,
    /// Words behind a noun that open what says which one is meant: "of", "who".
    Attribute,
    /// Words that open an answer: "yes", "because".
    Answer,
    /// Words that deny what was said: "nonsense".
    Denial,
    /// Connectives and pronouns behind which a sentence stands by itself: "however", "il faut".
    Standing,
}

/// A set of lists, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u64);

impl Lists {
    /// Words that lean on what was said before are function words too, listed once.
    const LEANING: u64 = 1 << List::Anaphor as u32 | 1 << List::Connective as u32;
    const FUNCTION: u64 = Self::LEANING | 1 << List::Stop as u32;
    /// What a function word of the language is not, though another language may list it: "mar." but "del".
    const SHORTENED: u64 = 1 << List::Abbreviation as u32 | 1 << List::BeforeName as u32;

    pub(crate) const fn has(self, list: List) -> bool {
        self.0 & (1 << list as u32) != 0
    }

    /// Two lists, or one given twice.
    pub(crate) const fn both(one: List, other: List) -> Self {
        Self(1 << one as u32 | 1 << other as u32)
    }

    /// Those of either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is a list that both have.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The lists of a word by those of its language and those that all languages share.
    const fn of(own: u64, shared: u64) -> Self {
        if own & Self::FUNCTION == 0 {
            return Self(own | shared);
        }
        Self(own | 1 << List::Stop as u32 | shared & !Self::SHORTENED)
    }
}

/// The lexicon of one language: from a word's hash to the lists it is on.
#[derive(Debug)]
pub(crate) struct Lexicon {
    own: Words,
    /// The words that all languages share.
    shared: &'static Words,
    /// For both.
    filter: Filter,
    /// Whether ordinal numbers are written with a dot.
    pub(crate) ordinal_dot: bool,
    /// Whether articles are elided before a vowel: "l'Élysée", "dell'Italia".
    pub(crate) elision: bool,
    /// Whether definite nouns have an article of their own.
    pub(crate) has_article: bool,
    /// Whether finite verbs are listed, and the others told by their endings.
    pub(crate) knows_verbs: bool,
    /// Whether the verb comes last in its clause.
    pub(crate) verb_final: bool,
    /// Whether what goes with an auxiliary verb comes last in its clause.
    pub(crate) verb_bracket: bool,
}

macro_rules! languages {
    ($($code:literal),*) => {
        /// The languages with a lexicon, as ISO 639-1 codes.
        pub(crate) const LANGUAGES: &[&str] = &[$($code),*];
        const PACKED: &[&[u8]] = &[$(include_bytes!(concat!(env!("OUT_DIR"), "/", $code, ".gcs"))),*];
        #[cfg(test)]
        const SOURCES: &[&str] = &[$(include_str!(concat!("lexicon/", $code, ".txt"))),*];
    };
}

languages!(
    "en", "da", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "ru", "uk", "tr", "ar", "fa", "hi", "id", "vi",
    "zh", "ja", "ko", "th"
);

/// Where a language stands among [`LANGUAGES`], by its ISO 639-1 code.
pub(crate) fn place(code: &str) -> Option<usize> {
    LANGUAGES.iter().position(|known| *known == code)
}

/// The words that all languages share.
const SHARED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shared.gcs"));

/// The function words of all languages, each with those that have it: a bit each, in the order of [`LANGUAGES`].
pub(crate) fn function_words() -> &'static Words {
    static LOADED: OnceLock<Words> = OnceLock::new();
    LOADED.get_or_init(|| {
        let mut words = Words::with_capacity(PACKED.iter().map(|p| p.len()).sum(), WORD_BITS, EXACT_LISTS);
        for (language, packed) in PACKED.iter().enumerate() {
            words.add(packed, |list| u64::from(Lists::FUNCTION >> list & 1 == 1) << language);
        }
        words
    })
}

impl Lexicon {
    /// The lexicon of a language by its ISO 639-1 code; an empty one for a language without.
    pub(crate) fn of(code: &str) -> &'static Self {
        static LOADED: [OnceLock<Lexicon>; PACKED.len()] = [const { OnceLock::new() }; PACKED.len()];
        static EMPTY: OnceLock<Lexicon> = OnceLock::new();
        match place(code) {
            Some(at) => LOADED[at].get_or_init(|| Self::unpack(PACKED[at])),
            None => EMPTY.get_or_init(|| Self::unpack(&[])),
        }
    }

    fn unpack(packed: &[u8]) -> Self {
        let (own, sections) = Words::of(packed, WORD_BITS, EXACT_LISTS);
        let has = |list| Lists(sections).has(list);
        static LOADED: OnceLock<Words> = OnceLock::new();
        let shared = LOADED.get_or_init(|| Words::of(SHARED, SHARED_BITS, EXACT_LISTS).0);
        let filter = own.filter.clone().or(&shared.filter);
        Self {
            own,
            shared,
            filter,
            ordinal_dot: has(List::OrdinalDot),
            elision: has(List::Elision),
            has_article: has(List::Definite),
            knows_verbs: has(List::VerbEnding),
            verb_final: has(List::VerbFinal),
            verb_bracket: has(List::VerbBracket),
        }
    }

    /// The lists that a word is on, however it is capitalized.
    #[inline(never)]
    pub(crate) fn lists(&self, word: &str) -> Lists {
        self.lists_of_hash(word_hash(word))
    }

    /// The same by [`word_hash`].
    #[inline(always)]
    pub(crate) fn lists_of_hash(&self, hash: u64) -> Lists {
        if self.filter.may_have(hash) { self.lists_of_likely(hash) } else { Lists::default() }
    }

    /// The same for what the filter lets through.
    #[inline(never)]
    fn lists_of_likely(&self, hash: u64) -> Lists {
        Lists::of(self.own.find(hash), self.shared.get(hash))
    }

    /// Whether a capitalized word is one that opens sentences rather than names, of the language or of English, which
    /// is quoted in all.
    pub(crate) fn opens_sentence(&self, word: &str) -> bool {
        let hash = word_hash(word);
        self.is_function_word(hash) || word.is_ascii() && Self::of("en").is_function_word(hash)
    }

    /// The lists of the words of at most `longest` characters that `text`, in a script without spaces between words, may
    /// begin with.
    pub(crate) fn lists_of_beginnings(&self, text: &str, longest: usize) -> Lists {
        let mut prefix = Hasher::default();
        Lists(text.chars().take(longest).take_while(|c| is_unspaced(*c)).fold(0, |lists, c| {
            prefix.write(c);
            lists | self.own.get(prefix.finish())
        }))
    }

    /// Whether a word is a function word of the language, by [`word_hash`].
    fn is_function_word(&self, hash: u64) -> bool {
        self.own.get(hash) & Lists::FUNCTION != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_knows_its_commonest_words() {
        for (code, source) in LANGUAGES.iter().zip(SOURCES) {
            assert!(source.starts_with('#') && source.contains("Licence:"), "{code} names no source");
            let lexicon = Lexicon::of(code);
            let first = source.lines().nth(2).and_then(|l| l.split_ascii_whitespace().next());
            assert!(first.is_some_and(|word| lexicon.lists(word).has(List::Stop)), "{code}");
        }
    }

    #[test]
    fn lexicon_files_are_sorted_lower_case_and_whole_when_packed() {
        for (code, source) in LANGUAGES.iter().zip(SOURCES) {
            let lexicon = Lexicon::of(code);
            let mut last = "";
            for line in source.lines().filter(|l| !l.starts_with('#')) {
                if line.starts_with('[') {
                    last = "";
                    continue;
                }
                for word in line.split_ascii_whitespace() {
                    assert!(last < word, "{code}: {last} stands before {word}");
                    assert_eq!(word.to_lowercase(), word, "{code}");
                    assert_ne!(lexicon.lists(&word.replace('_', " ")), Lists::default(), "{code}: {word} is lost");
                    last = word;
                }
            }
        }
    }

    #[test]
    fn leaning_words_are_told_without_spaces() {
        let leaning = Lists::both(List::Anaphor, List::Connective);
        let leans = |code: &str, text: &str| Lexicon::of(code).lists_of_beginnings(text, 12).meets(leaning);
        assert!(leans("zh", "但是他走了") && leans("ja", "しかし雨が") && leans("th", "อย่างไรก็ตามเขา"));
        assert!(!leans("zh", "北京市长说") && !leans("ja", "東京で雨が"));
    }

    #[test]
    fn words_can_be_on_several_lists() {
        let english = Lexicon::of("en");
        assert!(english.lists("he").has(List::Stop) && english.lists("he").has(List::Anaphor));
        assert!(english.lists("mr").has(List::BeforeName) && !english.lists("mr").has(List::Stop));
        assert_eq!(english.lists("kremlin"), Lists::default());
        assert_eq!(Lexicon::of("xx").lists("the"), Lists::default());
    }
}
