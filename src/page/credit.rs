//! Captions that are known by the credit at their end.

use crate::boilerplate::is_boilerplate_line;
use crate::text::case::is_capital;
use crate::text::chars::{find, length, rfind, trim, trim_end, trim_start};
use crate::text::punctuation::{begins, ends_as_sentence, is_closer, is_digit};

/// The longest caption with a credit, in characters.
const LONGEST: usize = 160;
/// The longest that says that it is one, in scripts without spaces.
const LONGEST_UNSPACED: usize = 60;
/// How captions begin in Chinese: "the picture shows".
const SHOWS: [&str; 3] = ["图为", "圖為", "图片说明"];
/// How credits end in Chinese and Japanese: "taken by".
const TAKEN_BY: [&str; 6] = ["摄", "攝", "撮影", "供图", "供圖", "提供"];

/// Whether a line is a caption by its credit: "The pier. © Jane Doe", "… (Jane Doe/AFP)", "图为…。王小明 摄".
pub(super) fn is_credited(line: &str) -> bool {
    let characters = length(line);
    if characters > LONGEST {
        return false;
    }
    let bare = trim_end(line, is_closer);
    let is_taken = TAKEN_BY.iter().any(|end| bare.ends_with(end));
    if is_taken || characters <= LONGEST_UNSPACED && SHOWS.iter().any(|begin| line.starts_with(begin)) {
        return true;
    }
    if ends_as_sentence(line) {
        return false;
    }
    // Behind a sentence a credit in brackets belongs to it.
    let bracket = if bare.len() < line.len() { rfind(bare, |c| matches!(c, '(' | '（')) } else { None };
    let in_brackets =
        bracket.filter(|at| !ends_as_sentence(&line[..*at])).map(|at| trim_start(&bare[at..], |c| !c.is_alphabetic()));
    rfind(line, |c| c == '©').is_some() || in_brackets.is_some_and(is_credit)
}

/// Whether what stands in brackets names a photographer: "Photo: Jane Doe", "Jane Doe / AFP".
fn is_credit(text: &str) -> bool {
    let end = find(text, |c| !c.is_alphabetic()).unwrap_or(text.len());
    let goes_on_as_name = text[end..].starts_with([':', '：']) || begins(trim(&text[end..]), is_capital);
    let agency = find(text, |c| c == '/').map(|at| trim(&text[at + 1..]));
    end > 0 && goes_on_as_name && is_boilerplate_line(&text[..end])
        || begins(text, is_capital)
            && find(text, is_digit).is_none()
            && agency.is_some_and(|agency| begins(agency, is_capital))
}

#[cfg(test)]
mod tests {
    use super::is_credited;

    #[test]
    fn captions_are_told_by_their_credit() {
        for line in [
            "图为奥斯特兰旧游泳馆。王小明 摄",
            "图为奥斯特兰旧游泳馆。",
            "5月3日，旧游泳馆外景。新华社记者 王小明摄",
            "閉鎖される古いプール＝3日、山田太郎撮影",
            "古いプールの外観（2026年5月3日、山田太郎撮影）",
            "La vieille piscine d’Ostrand. © Anne Dupont / AFP",
            "La piscine mardi (photo Anne Dupont)",
            "Das Bad am Dienstag (Foto: Lind)",
            "La piscina, el martes (Ana Pérez / EFE)",
        ] {
            assert!(is_credited(line), "{line}");
        }
        for line in [
            "The mayor said so on Tuesday. (Jane Doe/AFP)",
            "The wind blew hard (90 km/h)",
            "What came next (and what did not)",
            "High (comments, likes, shares)",
            "Noise-cancelling headphones ($249)",
            "Week 2 (Walk 2 min/Run 1 min)",
            "电影在奥斯特兰拍摄完成。",
            "Das Bad wird geschlossen.",
        ] {
            assert!(!is_credited(line), "{line}");
        }
    }
}
