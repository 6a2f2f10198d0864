//! The paragraphs of a plain text.

use crate::plain_text::lines::{self, Line, Wrapping, is_flowed};
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{trim_end, trim_start};
use crate::text::punctuation::{begins, ends_as_sentence};
use crate::text::span::Span;

/// The spans of the paragraphs, without the white space around them. `flowed`: a line that ends in a space goes on in
/// the next one (RFC 3676), which in the text of a page it need not.
pub(super) fn paragraphs(text: &str, flowed: bool) -> Vec<Span> {
    joined(text, &lines::read(text), flowed)
}

/// The same from the lines of the text.
pub(super) fn joined(text: &str, lines: &[Line], flowed: bool) -> Vec<Span> {
    let wrapping = Wrapping::find(text, lines);
    let blank = wrapping.map_or(0, Wrapping::blank);
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    let (mut first, mut above) = (None, None);
    for line in lines {
        let goes_on = |paragraph: &Span| {
            let wrapped = || Some(wrapping?.joins(text, first?, above?, line));
            let flowed = flowed && is_flowed(text, *paragraph, line.span);
            line.blank <= blank
                && (wrapped().unwrap_or(false) || is_hard_wrap(paragraph.of(text), line.span.of(text), flowed))
        };
        if let Some(last) = found.last_mut().filter(|paragraph| goes_on(paragraph)) {
            last.end = line.span.end;
        } else {
            found.push(line.span);
            first = Some(line);
        }
        above = Some(line);
    }
    found
}

/// Whether a line break between these two was put there by a line length, whatever the widths of lines: the first has no
/// end mark, and the second goes on in lower case, as the lines of a list in lower case do not, or wherever it begins in
/// a cased script when the text is flowed; or the end mark itself has slipped down.
fn is_hard_wrap(above: &str, below: &str, flowed: bool) -> bool {
    let goes_on = begins(below, is_small) && !begins(above, is_small)
        || flowed && begins(trim_start(below, |c| matches!(c, '(' | ' ')), |c| is_capital(c) || c.is_ascii_digit());
    goes_on && !ends_as_sentence(trim_end(above, |c| c == ':')) || matches!(below, "." | "!" | "?")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs_of(text: &str) -> Vec<&str> {
        paragraphs(text, false).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn a_line_break_parts_paragraphs_unless_the_text_is_hard_wrapped() {
        assert_eq!(paragraphs_of("One.\nTwo.\n\nThree."), ["One.", "Two.", "Three."]);
        assert_eq!(paragraphs_of("The long\nsentence goes on.\r\nNext."), ["The long\nsentence goes on.", "Next."]);
        assert_eq!(paragraphs_of("The end\n\nof it"), ["The end", "of it"]);
        assert_eq!(paragraphs_of("red\ngreen\nblue"), ["red", "green", "blue"]);
        assert_eq!(paragraphs_of("It ended\n.\nIt began"), ["It ended\n.", "It began"]);
        assert_eq!(paragraphs_of("Rain in \nRiga"), ["Rain in", "Riga"]);
        let flowed = "Rain in \nRiga \n  Again \n(400 \nyards).";
        let lines: Vec<&str> = paragraphs(flowed, true).into_iter().map(|s| s.of(flowed)).collect();
        assert_eq!(lines, ["Rain in \nRiga", "Again \n(400 \nyards)."]);
    }

    /// A story of two paragraphs, and whether its script is written without spaces.
    const STORIES: [(&str, bool); 8] = [
        (
            "The council of Riga voted on Monday to close the old market hall for two years while Mayor Anna Berg looks for \
          someone who can mend its roof. The work will cost 14 million euros, of which the state pays a third.\n\
          Traders from Jurmala said that by the end of May 1,400 of them would have nowhere to sell their fish. They plan \
          a march.",
            false,
        ),
        (
            "Der Stadtrat von Riga hat am Montag beschlossen, die alte Markthalle zwei Jahre lang zu schließen, bis \
          Bürgermeisterin Anna Berg eine Firma für das Dach gefunden hat. Die Arbeiten kosten 14 Millionen Euro.\n\
          Händler aus Jurmala sagten, dass ab Ende Mai 1400 von ihnen keinen Platz mehr für ihre Fische hätten.",
            false,
        ),
        (
            "Городской совет Риги решил в понедельник закрыть старый рынок на два года, пока мэр Анна Берг ищет того, кто \
          починит крышу. Работы обойдутся в 14 миллионов евро, треть из которых заплатит государство.\n\
          Торговцы из Юрмалы сказали, что к концу мая 1400 человек не смогут продавать рыбу.",
            false,
        ),
        (
            "قرر مجلس مدينة ريغا يوم الاثنين إغلاق السوق القديم لمدة عامين حتى تجد رئيسة البلدية آنا بيرغ من يصلح السقف. \
          وتبلغ كلفة الأعمال أربعة عشر مليون يورو تدفع الدولة ثلثها.\n\
          وقال تجار من يورمالا إن ألفا وأربعمئة منهم لن يجدوا بحلول نهاية مايو مكانا يبيعون فيه السمك.",
            false,
        ),
        (
            "रीगा की नगर परिषद ने सोमवार को पुराने बाज़ार को दो साल के लिए बंद करने का फ़ैसला किया, जब तक मेयर अन्ना बर्ग छत ठीक करने \
          वाला नहीं ढूँढ लेतीं। काम पर एक करोड़ चालीस लाख यूरो ख़र्च होंगे।\n\
          यूरमाला के व्यापारियों ने कहा कि मई के अंत तक चौदह सौ लोगों के पास मछली बेचने की जगह नहीं होगी।",
            false,
        ),
        (
            "리가 시의회는 월요일 지붕을 고칠 사람을 찾을 때까지 낡은 시장을 2년 동안 닫기로 결정했다. 공사에는 1400만 유로가 \
          들며 그중 3분의 1은 국가가 낸다.\n유르말라의 상인들은 5월 말이면 1400명이 생선을 팔 곳을 잃게 된다고 말했다.",
            false,
        ),
        (
            "里加市议会周一决定将老市场关闭两年，直到市长安娜贝格找到能修屋顶的人。工程将耗资1400万欧元，其中国家承担三分之一，\
          地区基金承担四分之一。\n尤尔马拉的商贩说，到五月底将有一千四百人无处卖鱼。他们计划在市中心游行。",
            true,
        ),
        (
            "リガ市議会は月曜日、屋根を直せる業者が見つかるまで古い市場を二年間閉鎖することを決めた。工事には1400万ユーロがかかり、\
          国がその三分の一を払う。\nユールマラの商人たちは、五月末までに千四百人が魚を売る場所を失うと述べた。",
            true,
        ),
    ];

    /// The lines of a paragraph that fit a width, in characters, of which those without spaces are two columns each.
    fn lines_of(paragraph: &str, width: usize, solid: bool) -> Vec<String> {
        let pieces: Vec<String> = if solid {
            paragraph.chars().map(String::from).collect()
        } else {
            paragraph.split_inclusive(' ').map(str::to_owned).collect()
        };
        let mut lines = vec![String::new()];
        for piece in pieces {
            let fits =
                lines.last().is_some_and(|line| line.chars().count() + piece.trim_end().chars().count() <= width);
            if !fits && !matches!(piece.as_str(), "，" | "。" | "、") {
                lines.push(String::new());
            }
            lines.last_mut().into_iter().for_each(|line| line.push_str(&piece));
        }
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The paragraphs without white space.
    fn solid_paragraphs(text: &str) -> Vec<String> {
        paragraphs(text, false).into_iter().map(|span| span.of(text).split_whitespace().collect()).collect()
    }

    #[test]
    fn a_line_length_parts_nothing_in_any_script() {
        for (story, solid) in STORIES {
            let whole = solid_paragraphs(&story.replace('\n', "\n\n"));
            for width in [32, 41] {
                let width = if solid { width / 2 } else { width };
                let wrapped: Vec<Vec<String>> = story.split('\n').map(|p| lines_of(p, width, solid)).collect();
                for (line_end, between) in
                    [("\n", "\n\n"), ("\r\n", "\r\n\r\n"), ("\u{2028}", "\n\n"), ("\n", "\n  "), ("\n\n", "\n\n\n\n")]
                {
                    let text = wrapped.iter().map(|lines| lines.join(line_end)).collect::<Vec<_>>().join(between);
                    assert_eq!(solid_paragraphs(&text), whole, "{width} {line_end:?} {between:?}\n{text}");
                }
            }
        }
    }

    #[test]
    fn other_lines_stand_for_themselves() {
        for text in [
            // Titles, a sentence a line, verse, a table, a list, a list in even lines.
            "Council closes the old market for two years\nFishermen march through the capital of Latvia\nMinister \
             resigns over the price of herring\nStorm takes the roof off a school in Jurmala\nNine held after a fire in \
             the harbour",
            "It rained in Riga on Monday, and the market was closed.\nThe mayor came late.\nNobody knew who would pay for \
             the roof, which is old.\nThe council meets again on Friday at nine.",
            "The herring sleeps beneath the harbour wall\nAnd dreams of nets that never were let down\nThe bells of Riga \
             toll the early call\nWhile fog and gulls go wandering through town",
            "Riga      14   2.5\nJurmala    9   1.5\nLiepaja   11   0.5\nValmiera   3   0.1\nVentspils  8   0.2",
            "- 500 grams of herring from the Baltic Sea, cleaned\n- 2 onions\n- 1 lemon from the south, not too large\n- \
             salt\n- the bread of the day before yesterday, sliced",
            "الرياح تقتلع سقف مدرسة\nالمجلس يغلق السوق القديم في ريغا لمدة عامين كاملين\nالصيادون يتظاهرون في العاصمة\nتوقيف \
             تسعة بعد حريق في الميناء يوم الاثنين الماضي",
        ] {
            assert_eq!(paragraphs(text, false).len(), text.lines().count(), "{text}");
        }
    }

    #[test]
    fn what_stands_in_wrapped_text_keeps_its_lines() {
        let text = "Rain closes the market\nThe council of Riga voted on Monday to close the\nold market hall for two years \
            while its roof and\nits pipes are replaced. It will need:\n- a new roof of slate, which the state pays for,\n  \
            and a gutter\n- 40 pipes\nTraders from Jurmala said that by the end of May\n1,400 of them would have nowhere to \
            go.\nThey plan a march.";
        let found: Vec<&str> = paragraphs(text, false).into_iter().map(|span| span.of(text)).collect();
        let starts: Vec<&str> = found.iter().map(|p| p.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(starts, ["Rain", "The", "-", "-", "Traders", "They"], "{found:?}");
    }
}
