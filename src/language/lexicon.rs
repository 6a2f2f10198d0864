//! The word lists of a language: read from its pack (`lexicon/xx.txt`) and looked up by hash.
//!
//! Each file names its source, licence and making in its first line; a section is a line `[name]` and the
//! words under it, a phrase of two with `_` between. CONTRIBUTING.md says which section an abbreviation belongs into. Sections whose words are known by what stands beside them (abbreviations, units, …;
//! [`Lists::QUOTED`]) hold for English in every language, as news has its firms, titles and places in it anyway.

use crate::collections::hash::{Hasher, Key};
use crate::collections::map::Table;
use crate::language::Language;
use crate::language::pack::{self, Part, PerLanguage};
use crate::text::case::{folded, word_hash};
use crate::text::char_class::is_unspaced;

macro_rules! lists {
    ($($(#[doc = $doc:literal])* $list:ident = $name:literal,)*) => {
        /// What a word may be listed as.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum List {
            $($(#[doc = $doc])* $list,)*
        }

        impl List {
            const ALL: &[Self] = &[$(Self::$list),*];

            /// What its section is called in the lexicons.
            const fn name(self) -> &'static str {
                match self {
                    $(Self::$list => $name,)*
                }
            }

            fn named(section: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|list| list.name() == section)
            }
        }
    };
}

lists! {
    /// Function words: carry no topic.
    Stop = "stop",
    /// Words that, opening a sentence, stand for something said before.
    Anaphor = "anaphor",
    /// Words that, opening a sentence, lean on the sentence before.
    Connective = "connective",
    /// Abbreviations that take a dot and may or may not end a sentence: they do before a word that opens sentences.
    Abbreviation = "abbreviation",
    /// Abbreviations that end a sentence before any capital: "etc.", units, currencies, years. Single letters, and those
    /// that are on another list of abbreviations too, only after a number: "5 ft.", "1998 г.".
    SentenceFinal = "sentence_final",
    /// The same for forms of companies, which titles and other forms may follow: "Acme Co. Ltd. Chief Executive".
    Company = "company",
    /// Abbreviations only where they are written with one capital, as other words are written so: "Bro. Jon", "Wash.".
    CapitalAbbreviation = "capital_abbreviation",
    /// Abbreviations that a name follows: they never end a sentence.
    BeforeName = "before_name",
    /// Abbreviations only where a number follows.
    BeforeNumber = "before_number",
    /// Words that a single letter follows which is no initial: "Group B", "vitamin C".
    BeforeLetter = "before_letter",
    /// Words that an ordinal number with a dot may stand before though no function word stands before that: "1. FC".
    AfterOrdinal = "after_ordinal",
    /// Names that end in an exclamation or question mark ("Yahoo!"), with the next word of the name where the first
    /// alone is a common word ("panic_at").
    Exclaimed = "exclaimed",
    /// Titles and offices that introduce a person.
    Honorific = "honorific",
    /// Words inside names of organisations.
    Organisation = "organisation",
    /// Words inside names of places.
    Place = "place",
    /// Prepositions before places.
    PlacePreposition = "place_preposition",
    /// Months.
    Month = "month",
    /// Days of the week.
    Weekday = "weekday",
    /// Units after numbers.
    Unit = "unit",
    /// Currencies.
    Currency = "currency",
    /// Words for per cent.
    Percent = "percent",
    /// Verbs of saying.
    Speech = "speech",
    /// Other verbs that stand beside a quotation: "shouted", "wondered".
    Reporting = "reporting",
    /// Words that open a clause or a phrase that the sentence can do without: relative pronouns, "while", "in".
    Subordinator = "subordinator",
    /// Finite verbs that tell news: auxiliaries, and the commonest forms that no ending tells.
    Verb = "verb",
    /// How the finite verbs end that are not listed, participles with them where they end so too: "ed".
    VerbEnding = "verb_ending",
    /// Words that another verb follows which is nothing without its object: "has", "will", "to"; not "was".
    Auxiliary = "auxiliary",
    /// Words that open a clause with a verb of its own: "that", "who", "when".
    ClauseOpener = "clause_opener",
    /// `yes` where the verb comes last in its clause.
    VerbFinal = "verb_final",
    /// `yes` where what goes with an auxiliary verb comes last in its clause: "hat … gesagt".
    VerbBracket = "verb_bracket",
    /// `yes` where ordinal numbers are written with a dot.
    OrdinalDot = "ordinal_dot",
    /// `yes` where articles are elided before a vowel.
    Elision = "elision",
    /// In scripts without case: names known by heart, and the single characters that write foreign names by their sound.
    Name = "name",
    /// First and second persons: who speaks for himself, or to the reader.
    Person = "person",
    /// Words of opinion and of talk: "really", "think", "something".
    Opinion = "opinion",
    /// Words of hard news: who acts with authority, and what is decided, suffered or announced.
    Event = "event",
    /// Definite articles, and prepositions merged with them.
    Definite = "definite",
    /// Nouns that after a definite article take up what was told before ("the suspect"); where the article is an ending
    /// or a prefix, with it.
    Referent = "referent",
    /// Demonstratives that stand before a noun.
    Demonstrative = "demonstrative",
    /// Adverbs that at the end of a clause stand for what was said: "too", "there".
    Adverb = "adverb",
    /// Stretches of time that "this" points to from the day of publication: "this week".
    Period = "period",
    /// Words after a noun that open what says which one is meant: "of", "who".
    Attribute = "attribute",
    /// Words that open an answer: "yes", "because".
    Answer = "answer",
    /// Words that deny what was said: "nonsense".
    Denial = "denial",
    /// Connectives and pronouns after which a sentence stands by itself: "however", "il faut".
    Standing = "standing",
}

/// A set of lists, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u64);

impl Lists {
    /// Words that lean on what was said before are function words too, listed once.
    const LEANING: u64 = 1 << List::Anaphor as u32 | 1 << List::Connective as u32;
    const FUNCTION: u64 = Self::LEANING | 1 << List::Stop as u32;
    /// What a function word of the language is not, though it may be listed: "mar." but "del".
    const SHORTENED: u64 = 1 << List::Abbreviation as u32
        | 1 << List::CapitalAbbreviation as u32
        | 1 << List::BeforeName as u32
        | 1 << List::Company as u32;
    /// The lists of English that hold in every language.
    const QUOTED: Self = Self(
        Self::SHORTENED
            | 1 << List::SentenceFinal as u32
            | 1 << List::BeforeNumber as u32
            | 1 << List::Organisation as u32
            | 1 << List::Place as u32
            | 1 << List::Unit as u32
            | 1 << List::Currency as u32
            | 1 << List::Percent as u32
            | 1 << List::Speech as u32
            | 1 << List::Reporting as u32
            | 1 << List::Exclaimed as u32,
    );

    pub(crate) const fn has(self, list: List) -> bool {
        self.0 & (1 << list as u32) != 0
    }

    pub(crate) const fn of(list: List) -> Self {
        Self(1 << list as u32)
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

    /// Those of a word by the sections that it stands in.
    const fn settled(self) -> Self {
        if self.0 & Self::FUNCTION == 0 { self } else { Self((self.0 | 1 << List::Stop as u32) & !Self::SHORTENED) }
    }
}

/// The lexicon of one language: from a word's hash to the lists it is on.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// By 31 bits of their hashes: one other word in two million is taken for one of the 1,000 of a language.
    words: Table<u64>,
    /// Whether ordinal numbers are written with a dot.
    pub(crate) ordinal_dot: bool,
    /// Whether articles are elided before a vowel: "l'Élysée", "dell'Italia".
    pub(crate) elision: bool,
    /// Whether definite nouns have an article of their own.
    pub(crate) has_article: bool,
    /// Whether finite verbs are listed, and the others known by their endings.
    pub(crate) knows_verbs: bool,
    /// Whether the verb comes last in its clause.
    pub(crate) verb_final: bool,
    /// Whether what goes with an auxiliary verb comes last in its clause.
    pub(crate) verb_bracket: bool,
}

/// A word takes about so many bytes of its file or more on the average, with the space after it: many are on several lists.
const WORD_BYTES: usize = 9;

impl Lexicon {
    /// The lexicon of a language. Of a language without a pack, or whose pack is not there, the words
    /// of English alone that hold in every language.
    pub(crate) fn of(language: Language) -> &'static Self {
        static LEXICONS: PerLanguage<Lexicon> = PerLanguage::new(Part::Lexicon, Lexicon::read);
        LEXICONS.of(language)
    }

    /// Reads the lists of a language, and those of English that hold for it.
    fn read(own: &str, english: &str) -> Self {
        let mut words = Table::with_capacity((own.len() + english.len()) / WORD_BYTES);
        let mut has = Lists::default();
        for (section, line) in pack::sections(own) {
            let Some(list) = List::named(section) else { continue };
            has = has.or(Lists::of(list));
            pack::keys_of(line).for_each(|key| *words.entry(key) |= Lists::of(list).0);
        }
        for (section, line) in pack::sections(english) {
            let Some(list) = List::named(section).filter(|list| Lists::QUOTED.has(*list)) else { continue };
            for key in pack::keys_of(line) {
                let own = Lists(words.get(key));
                // "men" is a unit in English, and "but" in Swedish; "vs." ends sentences in Turkish; "maj" is a title in
                // English, and a month in Danish.
                let other = own.meets(Lists(Lists::FUNCTION).or(Lists::of(List::SentenceFinal)));
                let other_if_short = own.0 & !Lists::QUOTED.0 != 0 && Lists::SHORTENED & Lists::of(list).0 != 0;
                if !other && !other_if_short {
                    *words.entry(key) |= Lists::of(list).0;
                }
            }
        }
        Self {
            words,
            ordinal_dot: has.has(List::OrdinalDot),
            elision: has.has(List::Elision),
            has_article: has.has(List::Definite),
            knows_verbs: has.has(List::VerbEnding),
            verb_final: has.has(List::VerbFinal),
            verb_bracket: has.has(List::VerbBracket),
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
        Lists(self.words.get(hash as Key)).settled()
    }

    /// The lists of a phrase, or of an abbreviation in parts, without the characters in it that it is not listed with.
    pub(crate) fn lists_without(&self, text: &str, left_out: fn(char) -> bool) -> Lists {
        let mut hasher = Hasher::default();
        text.chars().for_each(|c| hasher.write(if left_out(c) { '\0' } else { folded(c) }));
        self.lists_of_hash(hasher.finish())
    }

    /// Whether a capitalized word is one that opens sentences rather than names, of the language or of English, which
    /// is quoted in all.
    pub(crate) fn opens_sentence(&self, word: &str) -> bool {
        let hash = word_hash(word);
        self.is_function_word(hash) || word.is_ascii() && Self::of(Language::English).is_function_word(hash)
    }

    /// The lists of the words of at most `longest` characters that `text`, in a script without spaces between words, may
    /// begin with.
    pub(crate) fn lists_of_beginnings(&self, text: &str, longest: usize) -> Lists {
        let mut prefix = Hasher::default();
        text.chars().take(longest).take_while(|c| is_unspaced(*c)).fold(Lists::default(), |lists, c| {
            prefix.write(c);
            lists.or(Lists(self.words.get(prefix.key())))
        })
    }

    /// Whether a word is a function word of the language, by [`word_hash`].
    fn is_function_word(&self, hash: u64) -> bool {
        Lists(self.words.get(hash as Key)).meets(Lists(Lists::FUNCTION))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack::LEXICONS;

    #[test]
    fn every_language_knows_its_commonest_words() {
        for (language, source) in Language::ALL.iter().copied().zip(LEXICONS) {
            let code = language.code();
            assert!(source.starts_with('#') && source.contains("Licence:"), "{code} names no source");
            let lexicon = Lexicon::of(language);
            let first = source.lines().nth(2).and_then(|l| l.split_ascii_whitespace().next());
            assert!(first.is_some_and(|word| lexicon.lists(word).has(List::Stop)), "{code}");
        }
    }

    #[test]
    fn lexicon_files_are_sorted_lower_case_and_whole_when_packed() {
        for (language, source) in Language::ALL.iter().copied().zip(LEXICONS) {
            let code = language.code();
            let lexicon = Lexicon::of(language);
            let mut last = "";
            for line in source.lines().filter(|l| !l.starts_with('#')) {
                if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                    assert!(List::named(name).is_some(), "{code}: no list is called {name}");
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
        let leans =
            |code: &str, text: &str| Lexicon::of(Language::of_code(code)).lists_of_beginnings(text, 12).meets(leaning);
        assert!(leans("zh", "但是他走了") && leans("ja", "しかし雨が") && leans("th", "อย่างไรก็ตามเขา"));
        assert!(!leans("zh", "北京市长说") && !leans("ja", "東京で雨が"));
    }

    #[test]
    fn abbreviations_of_english_leave_a_language_its_own_words() {
        let danish = Lexicon::of(Language::Danish);
        assert!(danish.lists("maj").has(List::Month) && !danish.lists("maj").has(List::BeforeName));
        assert!(danish.lists("prof").has(List::BeforeName) && danish.lists("rep").has(List::BeforeName));
        let turkish = Lexicon::of(Language::Turkish);
        assert!(turkish.lists("vs").has(List::SentenceFinal) && !turkish.lists("vs").has(List::BeforeName));
        // "р." is a year, and a function word too: it is final after a number.
        let ukrainian = Lexicon::of(Language::Ukrainian);
        assert!(ukrainian.lists("р").has(List::SentenceFinal) && ukrainian.lists("р").has(List::Stop));
    }

    #[test]
    fn words_can_be_on_several_lists() {
        let english = Lexicon::of(Language::English);
        assert!(english.lists("he").has(List::Stop) && english.lists("he").has(List::Anaphor));
        assert!(english.lists("mr").has(List::BeforeName) && !english.lists("mr").has(List::Stop));
        assert_eq!(english.lists("kremlin"), Lists::default());
        assert_eq!(Lexicon::of(Language::Unknown).lists("the"), Lists::default());
        assert!(Lexicon::of(Language::Unknown).lists("inc").has(List::Company));
    }
}
