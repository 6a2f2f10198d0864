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

/// Each line is a language and a text with `|` where it is cut.
fn check_all(lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (code, marked) = line.split_once(' ').unwrap_or_default();
        check(code, marked);
    }
}

#[test]
fn abbreviations_that_end_a_sentence_end_it_before_any_capital() {
    check_all(
        "en Ports sell fish, salt, rope, etc. | Boats bring it. | Bring paper etc. (see p. 5) today.
        en The yard belongs to Dahl Marine Corp. | Owners in Varn sold it. | Dahl Ltd. Chairman Jon Holt left Dahl & Co. Ltd. | Staff cheered.
        en The wall was built in 300 B.C. | Romans lived there. | It is 5 ft. | Boats are longer. | Ft. Varn is large.
        en She was born in Varn, D.C. | Workers there knew her. | The U.S. Marines landed in the U.S. | Reporters followed them.
        en She lives in L.A. | Friends visit her. | They buried Jon Holt Jr. | Friends mourned. | She moved to Varn D.C. | Workers followed. | She buys in U.S. Treasuries often. | Warner Bros. Television won.
        de Es gibt Brot, Milch usw. | Kunden warten. | Seit 300 n. Chr. lebt man dort seit 300 v. Chr. | Forscher fanden Münzen.
        de Der Verein heißt Sport e. V. | Mitglieder sind viele. | Holt GmbH & Co. KG zahlt.
        de Es kamen 5 Mio. Menschen. | Rund 3 Mrd. Euro flossen. | Im Jahr waren es 5 Mio. | Kunden kommen gern.
        fr La statue date de 300 av. J.-C. | Rome la garde. | La maison Dupont et Cie. | Ouvriers absents.
        es La estatua es del 300 a. C. | Varna la guarda. | La firma es Barcos del Sur S.L. | Trabajadores protestan.
        pt A firma é Barcos do Norte, Lda. | Trabalhadores protestam. | A estátua é de 300 a.C. | Lisboa guarda-a.
        it Ci sono pane, latte, ecc. | Roma è contenta. | La ditta è Navi S.r.l. | Operai protestano. | È la ditta Rossi & C. | Operai protestano.
        nl Er is brood, melk enz. | Prijzen stijgen. | De zaak kost 5 mln. | Politici zwijgen. | De firma is Schepen B.V. | Werknemers staken.
        sv Det finns bröd, mjölk m.fl. | Priserna stiger. | Muren är från 300 f.Kr. | Forskare vet det. | Det kostar 40 kr. | Priset steg.
        da Der er brød, mælk m.m. | Priserne stiger. | Det kostede 5 mio. kr. | Pengene kom fra staten. | Den 5. maj. | Politiet kom.
        pl Jest chleb, mleko itp. | Sprzedawcy milczą. | Mur pochodzi z 300 r. p.n.e. | Badacze to wiedzą. | Firma to Statki sp. z o.o. | Ludzie czekają.
        pl W 1998 r. Kowalski wyjechał. | Na początku 1998 r. Polska rosła. | Firma działa od 1999 r. | Ludzie czekają.
        cs Je tu chléb, mléko atd. | Prodavači mlčí. | Socha je z roku 300 př. n. l. | Policie ji hledá. | Stálo to 5 mil. Kč. | Dělníci čekají.
        ru Есть хлеб, молоко и т. п. | Продавцы молчат. | В начале 1998 г. Иванов уехал. | Это было в XX в. | Город жил. | Живёт в г. Москве.
        ru Стену построили в 300 г. до н. э. | Учёные это знают. | Цена — 80 р. | Люди довольны. | В 2010-2012 гг. Виктор рос.
        uk Є хліб та ін. | Продавці мовчать. | У 1998 р. Київ ріс. | Це було в ХХ ст. | Місто росло. | Ціна 5 млн. | Люди раді.
        tr Ekmek, süt vs. | Fiyatlar arttı. | Şirketin adı Gemi A.Ş. | İşçiler bekliyor. | Gemi Ltd. Şti. | İşçiler bekliyor.
        id Ada roti, susu, dll. | Warga senang. | Biayanya Rp 2,5 M. | Warga senang. | PT. Kapal tutup.
        vi Có bánh, sữa, v.v. | Giá tăng. | Giá là 70.000 đ. | Ông trả. | Anh N.V.Đ. đi.
        ar خبز وحليب إلخ. | الأسعار ارتفعت. | بني عام 1998 م. | العمال سعداء.",
    );
}

#[test]
fn abbreviations_before_names_and_numbers_never_end_a_sentence() {
    check_all(
        "en He saw Msgr. Holt, Adm. Berg, Sens. Reed and Lund, and Bro. Jon. | He lives in Reno, Nev. | They like it.
        en It rose, e.g. The Hague and i.e. The Bronx. | See vol. 3, op. 5 and para. 7. | Dahl et al. [12] and Holt et al. (2011) agree.
        en The talks with Lt. Col. (ret.) Mia Varga failed. | Dahl Bank (a unit of Dahl Corp.) President Anna Berg left.
        en (He works at Dahl Inc.) | Riga is far. | Rep. Anna Berg (D-Mass.) Monday said no.
        de Hptm. Holt, Dr. rer. nat. Anna Berg, StA. Lund und z. B. Jon Varga kamen. | Er traf u. a. Mia Reed, d. h. Holt.
        fr La veuve, c.-à-d. Mme Martin, et le cdt. Dupont rient, p. ex. Lundi. | Fin.
        es Véase el cap. 3, la pág. 5 y el párr. 7. | El Excmo. Sr. Soto y la Ilma. Sra. Ruiz, p. ej. Ana, vinieron.
        pt O Exmo. Sr. Costa e a Sra. D. Ana vieram. | Foi assim.
        it Il dott. Rossi, l'avv. Bianchi e il sig. Verdi, p.es. Luigi, vennero.
        nl Dhr. De Vries, mevr. Jansen, bijv. De Groot, en ds. Bakker kwamen. | Het beeld uit 300 v. Chr. is weg.
        sv T.ex. Lund och bl.a. Varn växer. | Det var i maj. | Regeringen teg.
        da F.eks. Varn og bl.a. Odense vokser.
        pl Mieszka przy ul. Długiej, np. Anna, tj. Berg, i ks. Jan.
        cs Např. Varn a tzv. Lodě, tj. Anna, rostou. | Bydlí v ul. Dlouhé.
        ru Пишет А. С. Пушкин, т. е. поэт, см. Главу 5. | Конец.
        tr Dr. Holt, Öğr. Gör. Ayşe ve Av. Can geldi.
        vi TP. Hồ Chí Minh và TS. Nguyễn Văn An, v.v... | Ông nói.",
    );
}

#[test]
fn letters_that_are_no_initials_end_sentences() {
    check_all(
        "en He was in Block C. | Guards found him. | Take vitamin D. | Doctors say so. | He met J. Holt and A. B. Berg.
        en She posted it on X. | Users shared it. | The singer J. Holt and the painter B. Varn met. | World War I. | Soldiers died.
        de Sie hat Hepatitis B. | Ärzte helfen. | Die Halle C. | Besucher warten. | Er las A. Holt.
        fr Le groupe B. | Lyon finit deuxième. | L'hépatite C. | Médecins et patients attendent. | Le livre d'Ibram X. Varga est lu.
        fr Le rapport d'A. Martin et de J.-P. Dupont est long. | L'E. Martin rit.
        es Tiene hepatitis B. | Médicos y vecinos lo saben. | Ganó el grupo A. | Perú perdió.
        pt Tem hepatite B. | Médicos sabem.
        it Ha l'epatite C. | Medici e pazienti lo sanno. | Il libro dell'A. Rossi costa.
        nl Hij heeft hepatitis B. | Artsen helpen. | Groep A. | Nederland won.
        sv Han har hepatit B. | Läkare hjälper.
        da Han har hepatitis B. | Læger hjælper.
        pl Ma witaminę C. | Lekarze wiedzą. | Grupa B. | Polska wygrała.
        cs Skupina B. | Česko vyhrálo.
        ru У него гепатит В. | Врачи помогают. | Группа Б. | Россия выиграла.
        id Hepatitis B. | Dokter tahu.
        vi Viêm gan B. | Bác sĩ biết.
        ar فيتامين C. | الأطباء يعرفون.
        ko 비타민 C. | 의사들은 안다.",
    );
}

#[test]
fn ordinals_and_dates_of_figures_go_on() {
    check_all(
        "de Zum 150. Mal fand das Fest statt. | Der 1. FC Varn siegte. | Sie spielt beim Erstligisten 1. FC Varn. | Der 1000. Besucher kam.
        de Sie wurde 100. | Danach ging sie. | Er lag auf Rang 3. | Bayern jubelte. | Seit 2020. | Holt ging.
        de Die Schau beginnt am 5.6. | Der Eintritt ist frei. | Vom 1.2. (Freitag) bis 3.2. Sonntag ist zu. | Am 24.12. Heiligabend auch.
        tr Takım 2. Lig'de oynuyor. | IV. Murat geldi. | Konya 4. Aile Mahkemesi karar verdi.
        cs Hraje za klub 1. FC Varn. | Skončil.",
    );
}

#[test]
fn an_attribution_stays_with_its_quotation() {
    check_all(
        "en “What a day!” Varn Police Chief Mia Reed said. | It rained. | ‘Run!’ Holt shouted. | It ran.
        en “Who pays?” Mia Reed, the head of the port, wondered. | “Run!” Anna Berg, who is 61, shouted. | “Stop...” Holt whispered. | It ran.
        en “Run!” U.S. Sen. Anna Berg shouted. | “Run!” 62-year-old Anna Berg shouted. | It ran.
        en “What a day!” | The ferry was late. | “Yes!” | Anna Berg was told to leave. | “Why?” | The report said it was late.
        en “What a day!” | Anna Berg walked in. | “Why?” | Others say: “No.”
        ar «من سيدفع؟» سأل العمدة. | لا أحد يعرف.
        fa «چه کسی می‌پردازد؟» شهردار پرسید. | کسی نمی‌داند.
        hi “कौन देगा?” मेयर ने पूछा। | कोई नहीं जानता।
        ko “누가 내나?” 시장이 물었다. | 아무도 모른다.
        tr “Kim ödeyecek?” Başkan sordu. | Kimse bilmiyor.",
    );
}

#[test]
fn chinese_and_japanese_pairs_hold_their_sentences() {
    check_all(
        "zh 市长说：“桥会建好的。”|市民高兴。|“桥会建好的。工程明年开始。”市长说。|市民高兴。
        zh 《爸爸！去哪儿》（雨。风。）很红。|他说“好。我来。”，大家笑了。|“好。”62岁的李强说。|完(雨。风。)了。
        zh “我们会赔。”|公司股价下跌。|“我们会赔！”老板告诉记者。|【快讯。今天】完。
        ja 『橋は建つ。費用は市が払う。』と市長は述べた。|終わり。|彼は〈行く。帰る〉と書いた。|市長は“雨。風”と述べた。",
    );
    let quotation = "橋の工事は春に始まり、二年つづく。".repeat(20);
    check("ja", &format!("市長は「{quotation}」と述べた。|終わり。"));
    // A quotation that stands alone is cut, and one that is never closed holds nothing.
    check("ja", "「橋は建つ。|費用は市が払う。」|「終わり。");
}

#[test]
fn end_marks_of_other_scripts() {
    check_all(
        "my မြို့။|ရွာ။
        km ស្ពាន។ | ការងារ។
        am ሰላም ነው።|እሺ።
        bo ཡིན། | རེད།
        el Ποιος; | Κανείς. | Ο κ. Παπάς και ο Δρ. Νίκας.
        si ඔහු ගියා෴ | ඇය ගියා.
        sat ᱥᱟᱱᱛᱟᱲ᱾ | ᱦᱚᱲ᱾
        mn ᠮᠣᠩᠭᠣᠯ᠃ | ᠬᠦᠮᠦᠨ᠃
        hi वह आया।|वह गया।
        ur وہ آیا۔|وہ گیا۔
        he הוא בא. | היא הלכה.",
    );
}

#[test]
fn names_with_marks_and_omissions_go_on() {
    check_all(
        "en He plays for Yum! Brands. | The band Panic! At the Disco met. | Shares of Guess? Inc. fell. | He saw Mamma Mia! Here We Go Again. | Help! | Anna ran.
        en The winner is... Anna Berg! | It took 3... 4... maybe 5 tries. | He paid … £40 for it. | I went home... | Nobody was there. | It ended; I stayed.
        de Das macht ... 40 Euro. | Gut.
        fr Le prix est de… 40 euros (un peu, ... ?) en tout. | Il paie.
        fa نان و شیر و… در بازار هست. | تمام شد.",
    );
}

#[test]
fn a_dot_without_a_space_ends_a_sentence_after_an_acronym_in_prose() {
    check(
        "en",
        "It begins at 12:00 GMT.|Plus it is free. | ASP.NET, Node.js and NASA.gov are fine. | The U.S.A is big.",
    );
    check("en", "See 3.Paris or vs.Riga there, and NASA.Gov too.");
    check("fr", "Il parlait sur BFMTV.|Le maire se tait.");
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
        ". . . ",
        "((((",
        "A. A. A.",
        "\"\"\" ",
        "a.",
        "1. ",
        "• ",
        "؟” A ",
        "。「",
        "a) ",
        ".... ''",
        "！（",
        "ก ",
        "“。”",
        "\"。",
        "「（。）",
        "a. a. ",
        "！” A ",
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
