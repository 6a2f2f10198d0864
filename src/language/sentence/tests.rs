//! What is one sentence and what is two, by language and by kind.

use super::*;
use crate::language::Language;

fn sentences<'t>(code: &str, text: &'t str) -> Vec<&'t str> {
    let mut out = Vec::new();
    segment(text, Span::new(0, text.len()), Lexicon::of(Language::of_code(code)), &mut Vec::new(), &mut out);
    out.into_iter().map(|s| s.of(text)).collect()
}

/// `|` marks where the text must be cut.
fn check(code: &str, marked: &str) {
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    let text = marked.replace('|', "");
    assert_eq!(sentences(code, &text), expected, "{marked}");
}

#[test]
fn english() {
    for marked in [
        "Mr. Smith met Dr. Jones. | They talked.",
        "He works for Acme Inc. in Ohio. | She left Acme Inc. | The firm closed.",
        "J. K. Rowling wrote it. | George W. Bush read it.",
        "The U.S. Senate met. | He lives in the U.S. | He votes there.",
        "It costs $3.5 million. | See example.com for more.",
        "He came at 5 p.m. on Friday. | Nobody saw him.",
        "“Is it over?” Peskov asked. | “Yes!” the mayor said.",
        "\"It is over.\" | \"The president knows,\" he said.",
        "See No. 2 on p. 15. | No. | Never.",
        "Yahoo! and others came. | Wait... | What? | Nothing… he said.",
        "He left (at last.) | Then she came.",
        "He ended.|The next one came. | It cost 1,000.|That is a lot. | Mail Jane.Doe@example.com now.",
        "They paid\u{a0}Anna.|The rest came later.",
        "He left at 6 p.m. | Travelers stayed. | It began at 5 p.m. Monday. | At 5 a.m. Mr. Smith rose.",
        "See example.com/a.html. | Roe vs. Wade was heard. | It grew [...] slowly. | Yahoo! Finance fell.",
        "It was so (a claim).1 | They met.[2] | He met Mr. Jones. | \"I agree,\" he said.",
        "it rained. | she left! | the end. | It rained. | He left :) | Then he came. ;-) | So it was :D",
        "It was wonderful. | then they parted. | He met Sen. smith. | It ended; he left. | It ended; | The rest came.",
        "Finally: | 1. Red | 2. Blue. | So it was. | . . . Then . . . he left. . . .",
    ] {
        check("en", marked);
    }
    check("en", "1) The first item | 2) The second item");
}

#[test]
fn other_languages() {
    check("cs", "Most otevřeli 12. 3. 2024 ráno. | Skončili na místě 2. | Vedou.");
    check("de", "Am 3. Oktober kam Dr. Braun. | Der 2. Weltkrieg war vorbei. | Das war z. B. 1945. | Merkel ging.");
    check("fr", "M. Dupont a dit « oui. » | Mme Martin est partie.");
    check("ru", "Это было в 1999 г. в Москве. | Потом А. С. Пушкин ушёл.");
    check("es", "¿Qué pasa? | ¡Nada! | El Sr. López salió.");
    check("hi", "वह आया। | वह गया।");
    check("ar", "هل جاء؟ | نعم.");
    check("zh", "他来了。 | 她走了！ | “好。”");
    check("ja", "「行く。」と彼は言った。 | 雨が降った（雨。風。）と３．５％。 | 終わり。");
    check("zh", "他来了。|“好的，”他说。");
    check("de", "Papst Johannes XXIII. Roncalli kam am 5. Juli. | Er blieb.");
    check("es", "Los EE. UU. Mexicanos ganaron. | Habla el Lic. Soto, del n.º 5. | Fin.");
    check("it", "Sono l'Ing. Rossi. | Buongiorno.");
    check("fr", "Il dit : « Non ! » | « Oui », dit-elle.");
    check("vi", "Anh hỏi : \" Sao ? \" . | Giá 28 . 000 đồng .");
    check("hi", "बी. सी. में पुलिस आई। | वह गया।");
    check("tr", "\"Geldiler ve bekliyorlar. dedi. | Gitti.");
    check("hy", "Մութ է: | Ես պետք է տուն վերադառնամ:");
    check("da", "Han arbejder for Acme Inc. og Mr. Smith. | They met at 5 p.m. | Det er alt.");
}

#[test]
fn datelines_and_attributions_are_no_sentences() {
    assert_eq!(
        sentences("en", "MOSCOW, October 30. /TASS/. It rained. It snowed. (TASS)"),
        ["It rained.", "It snowed."]
    );
}

#[test]
fn thai_ends_at_spaces_before_openers_and_after_enders() {
    let (clause, opener) = ("นายกรัฐมนตรีกล่าวว่ารัฐบาลจะเดินหน้าโครงการ", "อย่างไรก็ตาม");
    check("th", &format!("{clause} {clause}แล้ว | {opener}{clause} {clause} 5 | {opener}{clause}"));
}

/// A mark is judged by a bounded stretch on either side, whatever the text: were it not, this would take hours.
#[test]
fn long_runs_of_marks_are_read_and_join_back() {
    const BYTES: usize = 100_000;
    let pieces = [
        ". . . ", "((((", "A. A. A.", "\"\"\" ", "a.", "1. ", "• ", "؟” A ", "。「", "a) ", ".... ''", "！（", "ก ",
    ];
    for piece in pieces {
        let text = piece.repeat(BYTES / piece.len()) + " Ende.";
        let mut spans = Vec::new();
        segment(&text, Span::new(0, text.len()), Lexicon::of(Language::German), &mut Vec::new(), &mut spans);
        let solid = |s: &str| s.bytes().filter(|b| !b.is_ascii_whitespace()).count();
        assert_eq!(spans.iter().map(|s| solid(s.of(&text))).sum::<usize>(), solid(&text), "{piece}");
    }
}

#[test]
fn text_without_an_end_is_cut_at_spaces() {
    let text = "word ".repeat(2_000);
    let found = sentences("en", &text);
    assert!(found.len() > 2 && found.iter().all(|s| s.len() <= LONGEST_SENTENCE));
}
