//! Lines in title case, "Russia Meets Armenia Over Regional Stability": capitals say nothing there, so that only what
//! the rest of the article shows to be a name is one.

use crate::analysis::entity::evidence::Evidence;
use crate::collections::map::Table;
use crate::language::lexicon::List;
use crate::language::token::TokenKind;
use crate::language::{Prose, Sentence};

/// A line of fewer capitalized words may well be a name.
const LEAST_CAPITALS: usize = 4;
/// Longer words keep their capital in headlines; in bytes …
const LONGEST_SMALL: usize = 4;
/// … and of what is no function word of the language, at most one for so many capitals is written small.
const SMALL_SHARE: usize = 4;

/// Whether a sentence is in title case. A lone line is not, as nothing else could show what is a name in it, and German
/// has capitals for all nouns everywhere.
pub(super) fn is_title(text: &str, prose: &Prose, sentence: &Sentence, evidence: &Table<Evidence>) -> bool {
    if prose.language.capitalizes_nouns() || prose.sentences.len() == 1 {
        return false;
    }
    let tokens = prose.tokens_of(sentence);
    let (mut capitals, mut common, mut small) = (0, 0, 0);
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
        let is_content = !token.lists.has(List::Stop);
        if token.case.is_capital() {
            capitals += usize::from(is_content);
            let in_small_letters = || {
                let seen = evidence.get(token.word);
                seen.lower > 0 && seen.lower >= seen.capitalized
            };
            common += usize::from(at > 0 && (!is_content || in_small_letters()));
        } else if is_content && token.span.len() > LONGEST_SMALL {
            return false;
        } else {
            small += usize::from(is_content);
        }
    }
    let is_title = common > 0 && capitals >= LEAST_CAPITALS && small * SMALL_SHARE <= capitals;
    is_title && tokens.last().is_none_or(|t| t.span.of(text) != ".")
}

/// Takes the capitals of a sentence out of the evidence.
pub(super) fn disregard(prose: &Prose, sentence: &Sentence, evidence: &mut Table<Evidence>) {
    for token in prose.tokens_of(sentence).iter().skip(1).filter(|t| t.case.is_capital()) {
        let seen = evidence.entry(token.word);
        seen.capitalized = seen.capitalized.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    const BODY: &str = "Officials from Russia, among them Dmitry Peskov, met those of Armenia on Monday. They agreed that \
        the stability of the regional market matters over all, and Peskov praised Armenia.";

    /// The names in the first line.
    fn names(text: &str) -> Vec<&str> {
        let article = Article::from_text(text);
        let line = text.lines().next().map_or(0, str::len);
        let (_, mentions) = crate::entities(&article, Some("en"));
        mentions.iter().map(|m| m.0).filter(|span| span.end <= line).map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn in_title_case_only_what_is_a_name_elsewhere_is_one() {
        let above = |line: &str| format!("{line}\n\n{BODY}");
        assert_eq!(names(&above("Russia Meets Armenia Over Regional Stability")), ["Russia", "Armenia"]);
        assert_eq!(names(&above("Peskov\u{2019}s Pledge: This Is What Armenia Looks Like")), ["Peskov", "Armenia"]);
        assert_eq!(names(&above("RUSSIA MEETS ARMENIA OVER REGIONAL STABILITY")), ["RUSSIA", "ARMENIA"]);
    }

    #[test]
    fn lists_of_names_are_not_in_title_case_nor_is_all_of_an_article() {
        let list = format!("Anna Berg, Jonas Lind and Maria Holm\n\n{BODY}");
        assert_eq!(names(&list), ["Anna Berg", "Jonas Lind", "Maria Holm"]);
        assert!(!names("Russia Meets Armenia Over Regional Stability").is_empty());
    }
}
