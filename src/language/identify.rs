//! Which language a text is in, from its script and its commonest words.
//!
//! The script leaves few candidates; among those the one whose function words, or words with letters that only it
//! has, make up most of the text wins (Grefenstette 1995, "Comparing two language identification schemes": short
//! words do well on running text). Turkish puts its grammar into endings, so its letters say more than its words.

use crate::collections::hash::{Hasher, key_of_number};
use crate::collections::map::Table;
use crate::collections::packed::{IDENTIFYING_BITS, Words};
use crate::language::Language;
use crate::text::case::folded;
use crate::text::chars::{split, trim};
use crate::text::punctuation::is_letter;
use crate::text::scan;
use std::sync::OnceLock;

/// So much of the text is looked at, in bytes: enough for a hundred words.
const SAMPLE: usize = 700;
/// A language must account for at least this share of the words, or none is named: running text of the languages
/// known here has .3 to .6, other languages of the same script under .1.
const LEAST_SHARE: f64 = 0.12;

/// A declared language is not believed where another one has at least so many times its words.
const CONTRADICTION: u32 = 4;
/// In fewer words, or where words have no spaces between them in fewer bytes of text, nothing speaks against what is declared.
const CONTRADICTION_WORDS: u32 = 20;
const CONTRADICTION_BYTES: usize = 120;

/// Letters that no other candidate in the same script has.
const OWN_LETTERS: [(Language, &str); 12] = [
    (Language::Turkish, "ığşİ"),
    (Language::Vietnamese, "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    (Language::Polish, "łżśźńęą"),
    (Language::Czech, "ěřů"),
    (Language::Danish, "æø"),
    (Language::German, "ß"),
    (Language::Spanish, "ñ"),
    (Language::Portuguese, "ãõ"),
    (Language::Russian, "ыэъё"),
    (Language::Ukrainian, "іїєґ"),
    (Language::Arabic, "ةأإ"),
    (Language::Persian, "پچژگ"),
];

/// The function words of the languages that share a script, each with those that have it: a bit each, in the order of
/// [`Language::ALL`]. They stay inside where the languages' packs do not.
fn function_words() -> &'static Words {
    const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/function_words.gcs"));
    static LOADED: OnceLock<Words> = OnceLock::new();
    LOADED.get_or_init(|| Words::of(PACKED, IDENTIFYING_BITS))
}

/// The language of a BCP 47 tag, if it is one of those that are known: Portuguese of "pt-BR". Norwegian, Bokmål and Danish are read alike.
pub(crate) fn of_tag(tag: &str) -> Option<Language> {
    let primary = trim(split(tag, |c| matches!(c, '-' | '_')).next()?).to_ascii_lowercase();
    let primary = match primary.as_str() {
        "no" | "nb" | "nn" => "da",
        "in" | "ms" => "id",
        "cmn" | "yue" => "zh",
        "prs" => "fa",
        other => other,
    };
    Some(Language::of_code(primary)).filter(|language| *language != Language::Unknown)
}

/// The language of a text.
pub(crate) fn identify(text: &str) -> Language {
    Sample::of(text).language()
}

/// The language of a text that declares one, as templates of sites do whatever is written into them. The text's own words
/// win only where they are plainly of another language, or of another script.
pub(crate) fn identify_declared(text: &str, declared: Language) -> Language {
    let sample = Sample::of(text);
    let identified = sample.language();
    let is_contradicted = match sample.candidates {
        _ if identified == Language::Unknown => false,
        Some(candidates) if candidates.contains(&declared) => {
            sample.words >= CONTRADICTION_WORDS
                && sample.count(identified) >= CONTRADICTION * sample.count(declared).max(1)
        }
        _ => sample.bytes >= CONTRADICTION_BYTES,
    };
    if is_contradicted { identified } else { declared }
}

/// What the beginning of a text says of its language.
struct Sample {
    /// The languages of its script, if they are known here.
    candidates: Option<&'static [Language]>,
    known: Counts,
    words: u32,
    bytes: usize,
}

impl Sample {
    /// How many of the words a language has.
    fn count(&self, language: Language) -> u32 {
        language.place().map_or(0, |at| self.known.0[at])
    }

    fn language(&self) -> Language {
        match self.candidates {
            None => Language::Unknown,
            Some([only]) => *only,
            Some(candidates) => {
                let mut best = (Language::Unknown, LEAST_SHARE * f64::from(self.words));
                for language in candidates.iter().copied() {
                    let known = f64::from(self.count(language));
                    if known > best.1 {
                        best = (language, known);
                    }
                }
                best.0
            }
        }
    }

    fn of(text: &str) -> Self {
        let mut end = SAMPLE.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let bytes = &text.as_bytes()[..end];
        let mut letters = [0_usize; SCRIPTS.len()];
        let mut others = 0_usize;
        let mut words = 0;
        let function_words = function_words();
        let mut known = Counts::default();
        let (mut word, mut has_letters, mut languages) = (Hasher::default(), false, 0);
        let mut at = 0;
        loop {
            let eight = scan::eight(bytes, at);
            let (count, mask) = scan::letters(eight);
            if count > 0 {
                let small = (eight | scan::each(b' ')) & mask;
                word.write_letters(small);
                has_letters = true;
                letters[0] += count;
                at += count;
                if count == 8 {
                    continue;
                }
            }
            let is_ascii = ((eight >> (8 * count)) as u8).is_ascii();
            if !is_ascii {
                if count > 0 {
                    continue;
                }
                let c = scan::first_char(eight);
                at += c.len_utf8();
                let script = script_of(c);
                if script <= LAST_WITH_OWNERS {
                    languages |= owners(c);
                }
                match letters.get_mut(script) {
                    Some(count) => *count += 1,
                    None => others += usize::from(is_letter(c)),
                }
                if !c.is_whitespace() {
                    word.write(folded(c));
                    has_letters = true;
                    continue;
                }
            }
            if has_letters {
                words += 1;
                known.add(languages | function_words.get(word.finish()));
                (word, has_letters, languages) = (Hasher::default(), false, 0);
            }
            if at >= end {
                break;
            }
            at += usize::from(is_ascii);
        }
        Self { candidates: candidates(letters, others), known, words, bytes: end }
    }
}

/// How many words of a sample each of [`Language::ALL`] has.
#[derive(Default)]
struct Counts([u32; Language::ALL.len()]);

impl Counts {
    /// Counts a word that such languages have, a bit each.
    fn add(&mut self, languages: u32) {
        let mut rest = languages;
        while rest != 0 {
            self.0[rest.trailing_zeros() as usize] += 1;
            rest &= rest - 1;
        }
    }
}

/// The languages that have a letter to themselves: a bit each, in the order of [`Language::ALL`].
fn owners(letter: char) -> u32 {
    static LOADED: OnceLock<Table<u32>> = OnceLock::new();
    let known = LOADED.get_or_init(|| {
        let mut known = Table::<u32>::with_capacity(OWN_LETTERS.len());
        for (owner, letters) in OWN_LETTERS {
            let bit = owner.place().map_or(0, |at| 1 << at);
            letters.chars().for_each(|letter| *known.entry(key_of_number(u32::from(letter))) |= bit);
        }
        known
    });
    known.get(key_of_number(u32::from(letter)))
}

/// The languages written in each script.
const SCRIPTS: [&[Language]; 8] = [
    &[
        Language::English,
        Language::Danish,
        Language::German,
        Language::French,
        Language::Spanish,
        Language::Portuguese,
        Language::Italian,
        Language::Dutch,
        Language::Swedish,
        Language::Polish,
        Language::Czech,
        Language::Turkish,
        Language::Indonesian,
        Language::Vietnamese,
    ],
    &[Language::Russian, Language::Ukrainian],
    &[Language::Arabic, Language::Persian],
    &[Language::Hindi],
    &[Language::Thai],
    &[Language::Korean],
    &[Language::Japanese],
    &[Language::Chinese],
];
/// The last script with letters that only one of its languages has.
const LAST_WITH_OWNERS: usize = 2;

/// Which of [`SCRIPTS`] a character beyond ASCII is a letter of; another number when it is of none.
const fn script_of(c: char) -> usize {
    match c {
        '\u{00c0}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}' => 0,
        '\u{0400}'..='\u{052f}' => 1,
        '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' => 2,
        '\u{0900}'..='\u{0963}' | '\u{0966}'..='\u{097f}' => 3,
        '\u{0e00}'..='\u{0e7f}' => 4,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => 5,
        '\u{3041}'..='\u{30ff}' => 6,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => 7,
        _ => SCRIPTS.len(),
    }
}

/// The languages written in the script that most of the letters belong to, given how many do to each and to others.
fn candidates(mut letters: [usize; SCRIPTS.len()], others: usize) -> Option<&'static [Language]> {
    // A Han character says as much as a few letters, and Japanese is Han with some Kana.
    let [.., kana, han] = letters;
    letters[7] = han * 3;
    if kana * 10 > han {
        letters[6] = (kana + han) * 3;
        letters[7] = 0;
    }
    let (script, most) = letters.iter().enumerate().max_by_key(|(at, n)| (**n, SCRIPTS.len() - at))?;
    (*most > others).then_some(SCRIPTS[script])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        let cases = [
            ("en", "The minister said on Monday that the talks would go on for another week."),
            ("de", "Der Minister sagte am Montag, dass die Gespräche noch eine Woche dauern werden."),
            ("da", "Ministeren sagde mandag, at forhandlingerne vil fortsætte i en uge til."),
            ("sv", "Ministern sade på måndagen att samtalen kommer att fortsätta i en vecka till."),
            ("fr", "Le ministre a déclaré lundi que les discussions dureraient encore une semaine."),
            ("es", "El ministro dijo el lunes que las conversaciones seguirán durante una semana más."),
            ("pt", "O ministro disse na segunda-feira que as conversas não vão acabar esta semana."),
            ("it", "Il ministro ha detto lunedì che i colloqui non finiranno prima di una settimana."),
            ("nl", "De minister zei maandag dat de gesprekken nog een week zullen duren."),
            ("pl", "Minister powiedział w poniedziałek, że rozmowy potrwają jeszcze tydzień i nie tylko."),
            ("cs", "Ministr v pondělí řekl, že jednání budou trvat ještě týden a že se na ně těší."),
            ("tr", "Bakan pazartesi günü görüşmelerin bir hafta daha süreceğini ve bunun için hazır olduğunu söyledi."),
            ("id", "Menteri itu mengatakan pada hari Senin bahwa pembicaraan akan berlangsung satu minggu lagi."),
            ("vi", "Bộ trưởng nói hôm thứ Hai rằng các cuộc đàm phán sẽ kéo dài thêm một tuần nữa."),
            ("ru", "Министр сказал в понедельник, что переговоры будут идти ещё неделю."),
            ("uk", "Міністр сказав у понеділок, що переговори триватимуть ще тиждень і це не все."),
            ("ar", "قال الوزير يوم الاثنين إن المحادثات ستستمر أسبوعا آخر في المدينة."),
            ("fa", "وزیر روز دوشنبه گفت که گفت‌وگوها یک هفته دیگر ادامه خواهد داشت و این را از او شنیدند."),
            ("hi", "मंत्री ने सोमवार को कहा कि बातचीत एक और सप्ताह चलेगी।"),
            ("tr", "Büyükşehir Belediyesi ekipleri karla mücadele çalışmalarını sürdürdü."),
            ("zh", "部长星期一表示，会谈将再持续一周。"),
            ("ja", "大臣は月曜日、協議がさらに一週間続くと述べた。"),
            ("ko", "장관은 월요일 회담이 일주일 더 계속될 것이라고 말했다."),
            ("th", "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไปอีกหนึ่งสัปดาห์"),
        ];
        for (code, text) in cases {
            assert_eq!(identify(text).code(), code, "{text}");
        }
    }

    #[test]
    fn nothing_is_named_without_evidence() {
        assert_eq!(identify(""), Language::Unknown);
        assert_eq!(identify("1234 --- !!"), Language::Unknown);
        assert_eq!(identify("xyzzy plugh"), Language::Unknown);
        assert_eq!(identify("দুই বিচারকের কাছে ব্যাখ্যা চেয়েছে। Facebook"), Language::Unknown);
    }

    #[test]
    fn a_declared_language_is_believed_unless_the_text_is_plainly_another() {
        let german = "Der Minister sagte am Montag, dass die Gespräche noch eine Woche dauern werden und dass sie nicht \
                      leicht sind, weil die Länder sich über das Wasser und die Straßen noch nicht geeinigt haben.";
        let russian = "Министр сказал в понедельник, что переговоры будут идти ещё неделю, и что они будут трудными, \
                       потому что страны пока не договорились о воде и дорогах между городами.";
        let names = "Ravensburg, Weingarten, Tettnang, Markdorf, Meersburg, Überlingen, Konstanz, Singen, Radolfzell, \
                     Stockach, Engen, Tuttlingen, Rottweil, Balingen, Albstadt, Hechingen, Tübingen, Reutlingen, Urach, \
                     Ehingen, Biberach und Ulm";
        for (text, declared, expected) in [
            (german, Language::English, Language::German),
            (german, Language::Russian, Language::German),
            (russian, Language::English, Language::Russian),
            (russian, Language::Ukrainian, Language::Russian),
            (russian, Language::Russian, Language::Russian),
            (names, Language::French, Language::French),
            ("Der Minister sagte das am Montag.", Language::English, Language::English),
            ("大臣は月曜日、協議がさらに一週間続くと述べた。", Language::English, Language::English),
        ] {
            assert_eq!(identify_declared(text, declared), expected, "{declared:?}: {text}");
        }
    }

    #[test]
    fn tags_are_read_by_their_first_part() {
        assert_eq!(of_tag("pt-BR"), Some(Language::Portuguese));
        assert_eq!(of_tag("NB_no"), Some(Language::Danish));
        assert_eq!(of_tag("tlh"), None);
    }
}
