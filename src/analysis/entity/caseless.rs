//! Names in scripts without case, as far as the script gives them away.
//!
//! In Chinese what writes a foreign name by its sound (奥巴马), and a few countries and capitals; in Japanese runs of
//! Katakana, the same places, and what stands before 氏 or さん; in Korean a word of three letters before a title; in
//! Hindi, and in Arabic where title and name allow no other reading, the words after one. All else stays unfound:
//! Chinese people and firms, most places, and in Persian and Thai all but Latin letters. On Chinese news F1 is 48
//! (precision 58), with names in Latin letters alone 19; no gold was at hand for the others.

use crate::language::lexicon::{List, Lists};
use crate::language::token::{Case, Token, TokenKind};
use crate::language::{Language, Prose};
use crate::text::char_class::is_katakana;
use crate::text::punctuation::{begins, first_char};
use std::ops::Range;

/// A Katakana run of this many characters is taken for a name or a foreign term.
const KATAKANA_NAME: usize = 3;
/// So many characters that write foreign names by their sound, in a row, are one.
const SOUNDS: usize = 3;
/// The commonest countries, cities and continents in two Chinese or Japanese characters.
const KNOWN: &str = "中国中國日本米国美国美國英国英國法国法國德国德國俄国俄國韩国韓国韓國泰国泰國朝鲜朝鮮台湾台灣香港\
    北京上海东京東京印度越南伊朗埃及希腊希臘巴黎伦敦倫敦欧洲歐洲欧盟歐盟非洲";
/// The bytes of one of them.
const PAIR: usize = 6;
/// The last bytes of their first characters, and of their second ones, a bit each: one other pair in ten passes both.
const LAST_BYTES: [u64; 2] = {
    let (mut bits, mut at) = ([0; 2], 0);
    while at < KNOWN.len() {
        bits[at % PAIR / 3] |= bit(KNOWN.as_bytes()[at + 2]);
        at += 3;
    }
    bits
};

/// The bit of a byte that ends a character: six of its own bits tell it.
const fn bit(last: u8) -> u64 {
    1 << (last % 64)
}

/// Whether a text begins with one of the places known by heart.
fn begins_known(text: &str) -> bool {
    let Some(pair) = text.as_bytes().first_chunk::<PAIR>() else { return false };
    LAST_BYTES[0] & bit(pair[2]) != 0
        && LAST_BYTES[1] & bit(pair[5]) != 0
        && KNOWN.as_bytes().chunks_exact(PAIR).any(|known| known == pair)
}
/// What stands before 氏 or さん in so many Chinese characters is a surname, with or without a given name.
const JAPANESE_NAME: std::ops::RangeInclusive<usize> = 2..=4;
/// A Korean name has three letters, in UTF-8 so many bytes.
const KOREAN_NAME: usize = 9;
/// So many words after a title are the name.
const NAME_WORDS: usize = 2;

/// The name that the token at `at` begins or, as a title, gives away: tokens within `within`, those of a sentence.
pub(super) fn name_at(text: &str, prose: &Prose, at: usize, within: Range<usize>) -> Option<Range<usize>> {
    let tokens = &prose.tokens[..within.end];
    let token = &tokens[at];
    if token.kind == TokenKind::Ideograph {
        return unspaced(text, tokens, at, within.start);
    }
    if token.case != Case::None || !token.lists.has(List::Honorific) {
        return None;
    }
    let is_definite = |i: usize| tokens.get(i).is_some_and(|t| begins(t.span.of(text), |c| matches!(c, 'ا' | 'ل')));
    let name = match prose.language {
        Language::Korean => {
            at.checked_sub(1).filter(|b| *b >= within.start && tokens[*b].span.len() == KOREAN_NAME)?..at
        }
        // "الرئيس ترامب", but neither "رئيس شركة", head of a company, nor "المدير العام", director general.
        Language::Arabic if is_definite(at + 1) || !is_definite(at) => return None,
        Language::Arabic | Language::Hindi => at + 1..within.end.min(at + 1 + NAME_WORDS),
        _ => return None,
    };
    // A word on any list is no name.
    let is_part = |t: &&Token| t.kind == TokenKind::Word && t.case == Case::None && t.lists == Lists::default();
    let words = tokens[name.clone()].iter().take_while(is_part).count();
    (words > 0).then_some(name.start..name.start + words)
}

/// The name that a character of a script without spaces begins or, as a title, gives away.
fn unspaced(text: &str, tokens: &[Token], at: usize, start: usize) -> Option<Range<usize>> {
    let rest = &text[tokens[at].span.start..];
    let first = first_char(rest)?;
    if is_katakana(first) {
        return (tokens[at].span.of(text).chars().count() >= KATAKANA_NAME).then_some(at..at + 1);
    }
    // By sound: 奥巴马, 唐纳德·特朗普, and what such a name is the name of: 德克萨斯州.
    let has = |i: usize, list| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Ideograph && t.lists.has(list));
    let mut end = at;
    while has(end, List::Name)
        || end > at
            && has(end + 1, List::Name)
            && begins(tokens[end].span.of(text), |c| matches!(c, '·' | '・' | '‧' | '•'))
    {
        end += 1;
    }
    if end - at >= SOUNDS {
        return Some(at..end + usize::from(has(end, List::Place)));
    }
    if begins_known(rest) {
        return Some(at..at + 2);
    }
    let is_han = |t: &&Token| begins(t.span.of(text), |c| matches!(c, '々' | '一'..='鿿'));
    let before = if first == '氏' || rest.starts_with("さん") {
        tokens[start..at].iter().rev().take(JAPANESE_NAME.end() + 1).take_while(is_han).count()
    } else {
        0
    };
    JAPANESE_NAME.contains(&before).then_some(at - before..at)
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, PAIR};
    use crate::analysis::entity::tests::names_in;

    #[test]
    fn places_known_by_heart_have_two_characters() {
        assert!(KNOWN.chars().all(|c| 2 * c.len_utf8() == PAIR) && KNOWN.len().is_multiple_of(PAIR));
    }

    #[test]
    fn scripts_without_case_give_some_names_away() {
        for (language, text, expected) in [
            (
                "zh",
                "美国总统唐纳德·特朗普在德克萨斯州说，中国也有博士。",
                &["美国", "唐纳德·特朗普", "德克萨斯州", "中国"][..],
            ),
            (
                "ja",
                "トランプ大統領は東京で安倍晋三氏と会い、田中さんも来た。",
                &["トランプ", "東京", "安倍晋三", "田中"],
            ),
            ("ko", "문재인 대통령 은 오늘 서울에서 말했다.", &["문재인"]),
            ("ar", "قال الرئيس دونالد ترامب في واشنطن إن رئيس شركة والمدير العام هنا.", &["دونالد ترامب"]),
            ("hi", "प्रधानमंत्री नरेंद्र मोदी ने कहा कि बारिश होगी।", &["नरेंद्र मोदी"]),
        ] {
            let found = names_in(language, text);
            let only: Vec<_> = found.iter().map(|f| f.0.as_str()).collect();
            assert!(expected.iter().all(|name| only.contains(name)) && only.len() == expected.len(), "{only:?}");
        }
    }
}
