//! Plain text → article: by its [`lines`], or, where it is Markdown, by its blocks ([`markdown`]) without the marks in them
//! ([`inline`]).

mod imprint;
mod inline;
mod lines;
mod markdown;

use crate::article::{Article, MAX_TEXT_BYTES, Paragraph, ParagraphKind, cut_at_boundary};
use crate::boilerplate::is_furniture_line;
use crate::language::identify::identify;
use crate::language::lexicon::Lexicon;
use crate::plain_text::imprint::Imprint;
use crate::text::case::{is_capital, is_small};
use crate::text::chars::{find_byte, length, trim_end, trim_start, words};
use crate::text::fold::on_one_line;
use crate::text::punctuation::{begins, ends_as_sentence, is_closer};
use crate::text::span::Span;
use lines::{Line, Wrapping, is_flowed};
use markdown::Reading;
use std::borrow::Cow;

/// A line without an end mark is a heading up to this many characters, and prose beyond: the longest
/// headlines of newspapers stay under it.
pub(super) const LONGEST_HEADING: usize = 160;
/// The same for scripts that are written without spaces, where a character says about as much as half a word.
const LONGEST_UNSPACED_HEADING: usize = 48;
/// A headline has at least this many words: fewer are a section's name or a breadcrumb ("All news").
const HEADLINE_WORDS: usize = 4;

impl<'t> Article<'t> {
    /// Reads plain text. A blank line parts paragraphs, and so does a line break unless the text is hard-wrapped.
    /// Of Markdown and quoted mail the text is taken without the marks.
    /// A first line without an end mark is the headline, unless it is a date or a byline; other lines without one are
    /// subheads or furniture.
    #[must_use]
    pub fn from_text(text: &'t str) -> Self {
        read(text)
    }
}

fn read(text: &str) -> Article<'_> {
    let kept = cut_at_boundary(text, MAX_TEXT_BYTES);
    let truncated = kept.len() < text.len();
    let lines = lines::read(kept);
    let mut article = match markdown::read(kept, &lines) {
        Some(Reading { text, paragraphs, title }) => story(Cow::Owned(text), paragraphs, title),
        None => {
            let kind = ParagraphKind::Paragraph;
            let paragraphs = joined(kept, &lines, false).into_iter().map(|span| Paragraph { kind, span }).collect();
            story(Cow::Borrowed(text), paragraphs, None)
        }
    };
    article.truncated = truncated;
    article
}

/// The story among the paragraphs of a text, in which only marks have told subheads so far. `title` is the headline where
/// it is marked as one.
fn story(text: Cow<'_, str>, mut paragraphs: Vec<Paragraph>, title: Option<String>) -> Article<'_> {
    // Who wrote the story and when is no part of it.
    let mut imprint = [None, None];
    let mut identified = None;
    let mut is_imprint = |line: &str| {
        if !Imprint::may_be(line) {
            return false;
        }
        let language = identified.get_or_insert_with(|| identify(&text));
        let found = Imprint::of(line, Lexicon::of(language));
        if let Some(which) = found {
            imprint[which as usize].get_or_insert_with(|| on_one_line(line).into_owned());
        }
        found.is_some()
    };
    paragraphs.retain_mut(|paragraph| {
        let line = paragraph.span.of(&text);
        if paragraph.kind != ParagraphKind::Item && is_heading(line) {
            paragraph.kind = ParagraphKind::Subhead;
        }
        !is_furniture_line(line) && !is_imprint(line)
    });

    let is_prose = |p: &Paragraph| match p.kind {
        ParagraphKind::Subhead => false,
        ParagraphKind::Item => !is_heading(p.span.of(&text)),
        ParagraphKind::Paragraph | ParagraphKind::Quote => true,
    };
    let shown = |p: &Paragraph| on_one_line(p.span.of(&text)).into_owned();
    let mut headline = title;
    let mut standfirst = None;
    if let (Some(first), Some(last)) = (paragraphs.iter().position(is_prose), paragraphs.iter().rposition(is_prose)) {
        // Lines without an end mark: before the story its headline and standfirst, after it furniture.
        let above = &paragraphs[..first];
        let is_headline = |p: &Paragraph| {
            let line = p.span.of(&text);
            headline.as_deref().map_or_else(|| word_count(line) >= HEADLINE_WORDS, |title| line == title)
        };
        let nearest = above.len().checked_sub(1).filter(|_| headline.is_none());
        if let Some(at) = above.iter().position(is_headline).or(nearest) {
            standfirst = above.get(at + 1).map(shown);
            headline = Some(shown(&above[at]));
        }
        paragraphs.truncate(last + 1);
        paragraphs.drain(..first);
    } else {
        // Nothing ends as a sentence does: then the lines themselves are all there is.
        for paragraph in &mut paragraphs {
            paragraph.kind = ParagraphKind::Paragraph;
        }
    }
    let [byline, published] = imprint;
    Article { text, paragraphs, headline, standfirst, byline, published, identified, ..Article::default() }
}

/// The spans of the paragraphs, without the white space around them. `flowed`: a line that ends in a space goes on in
/// the next one (RFC 3676), which in the text of a page it need not.
pub(crate) fn paragraphs(text: &str, flowed: bool) -> Vec<Span> {
    joined(text, &lines::read(text), flowed)
}

/// The same from the lines of the text.
fn joined(text: &str, lines: &[Line], flowed: bool) -> Vec<Span> {
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

pub(crate) fn is_heading(line: &str) -> bool {
    if ends_as_sentence(line) {
        return false;
    }
    let longest = if find_byte(line, b' ').is_some() { LONGEST_HEADING } else { LONGEST_UNSPACED_HEADING };
    length(trim_end(line, is_closer)) <= longest
}

/// Words by spaces; in a line without spaces, half as many as there are characters.
fn word_count(line: &str) -> usize {
    let spaced = words(line).count();
    if spaced > 1 { spaced } else { length(line) / if line.is_ascii() { 8 } else { 2 } }
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

    #[test]
    fn headline_standfirst_and_furniture_are_told_apart() {
        let article = read(concat!(
            "All news\n\nMinister declines to say more\n\nShe stressed that talks go on\n\n",
            "RIGA, May 2. /LETA/. The minister said no more.\n\nWhat came before\n\nTalks began in May.\n\n",
            "Next Article\n\nFive tips for a fresh start"
        ));
        assert_eq!(article.headline(), Some("Minister declines to say more"));
        assert_eq!(article.standfirst(), Some("She stressed that talks go on"));
        let kinds: Vec<_> = article.paragraphs().iter().map(|p| p.kind.name()).collect();
        assert_eq!(kinds, ["paragraph", "subhead", "paragraph"]);
    }

    #[test]
    fn dates_and_bylines_are_no_headlines_and_no_sentences() {
        for (lines, headline, story) in [
            (["Sunday, January 20, 2008", "Hackers attack a church"], "Hackers attack a church", "It was on Monday."),
            (["Hackers attack a church", "Last updated at 3:31 PM on 19th July 2011"], "Hackers attack a church", "A."),
            (
                ["Von Anna Berg und Jo Lang", "20. Januar 2008, 10:30 Uhr"],
                "",
                "Der Regen hat in der Stadt nicht aufgehört.",
            ),
            (
                ["воскресенье, 20 января 2008 г.", "В Москве прошёл дождь и град"],
                "В Москве прошёл дождь и град",
                "Это было вчера.",
            ),
            (["2008年1月20日 星期日", "北京今天下了一场大雨"], "北京今天下了一场大雨", "雨很大。"),
            (
                ["2008년 1월 20일 일요일", "서울에 비가 많이 내렸다고 한다"],
                "서울에 비가 많이 내렸다고 한다",
                "비가 그쳤다.",
            ),
            (
                ["20/01/2008 10:30", "Pluie sur la ville de Riga"],
                "Pluie sur la ville de Riga",
                "Il a plu dans la ville.",
            ),
        ] {
            let text = format!("{}\n\n{}\n\n{story}", lines[0], lines[1]);
            let article = read(&text);
            assert_eq!(article.headline().unwrap_or_default(), headline, "{text}");
            assert_eq!(article.standfirst(), None, "{text}");
            assert!(article.published().is_some(), "{text}");
            let kept: Vec<_> = article.paragraphs().iter().map(|p| p.span.of(&text)).collect();
            assert_eq!(kept, [story]);
        }
        assert_eq!(read("By the river, Riga builds a park\n\nIt rained.").byline(), None);
        assert_eq!(read("By Anna Berg, for the Riga Times\n\nIt rained.").headline(), None);
        assert_eq!(read("Budget 2024: 5 things to know\n\nIt rained.").published(), None);
    }

    #[test]
    fn text_without_any_end_mark_is_taken_as_it_is() {
        let article = read("hello world");
        assert_eq!(article.headline(), None);
        assert_eq!(article.paragraphs().len(), 1);
    }
}
