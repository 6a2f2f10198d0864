use crate::analysis::entity::find;
use crate::article::Article;
use crate::language;

fn facts(language: &str, text: &str) -> Vec<(String, &'static str)> {
    let article = Article::from_text(text);
    let prose = language::read(&article, Some(language));
    let found = find(article.text(), &prose).list;
    let facts = found.iter().filter(|e| e.kind.is_fact());
    facts.map(|e| (e.name(article.text()).into_owned(), e.kind.name())).collect()
}

/// Compares the facts of a text, "name=kind" with a bar between, with those expected.
fn check(language: &str, text: &str, expected: &str) {
    let found: Vec<String> = facts(language, text).iter().map(|(name, kind)| format!("{name}={kind}")).collect();
    assert_eq!(found.join(" | "), expected, "{language}");
}

#[test]
fn sums_are_read_whole() {
    for (language, text, expected) in [
        (
            "en",
            "It paid $3.5bn, US$40 and INR 20 lakh, or Rs 500 crore.",
            "$3.5bn=money | US$40=money | INR 20 lakh=money | Rs 500 crore=money",
        ),
        ("de", "Es kostet 3,5 Mrd. Euro oder 500.000 Euro.", "3,5 Mrd. Euro=money | 500.000 Euro=money"),
        ("da", "Det kostede 300 mio. kroner.", "300 mio. kroner=money"),
        (
            "fr",
            "Cela coûte 3,5 milliards de dollars, soit 500 000 euros.",
            "3,5 milliards de dollars=money | 500 000 euros=money",
        ),
        ("es", "Pagó 5 millones de euros.", "5 millones de euros=money"),
        ("pt", "Pagou R$ 3,5 bilhões.", "R$ 3,5 bilhões=money"),
        ("it", "Ha pagato 5 milioni di euro.", "5 milioni di euro=money"),
        ("ru", "Это стоит 500 тыс. долларов.", "500 тыс. долларов=money"),
        ("ar", "دفع 5 ملايين يورو و3.5 مليار دولار.", "5 ملايين يورو=money | 3.5 مليار دولار=money"),
        ("id", "Harganya Rp500.000 atau Rp 3,5 miliar.", "Rp500.000=money | Rp 3,5 miliar=money"),
        ("zh", "公司支付了500万欧元和10亿元。", "500万欧元=money | 10亿元=money"),
        ("ja", "会社は500万ユーロと10億円を支払った。", "500万ユーロ=money | 10億円=money"),
        ("ko", "회사는 500만 유로와 100억원을 냈다.", "500만 유로=money | 100억원=money"),
        ("th", "บริษัทจ่าย 5 ล้านยูโร", "5 ล้านยูโร=money"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn dates_and_times_are_read_whole() {
    for (language, text, expected) in [
        ("en", "It was built in the 1990s, from 1992-1994.", "1990s=date | 1992-1994=date"),
        (
            "es",
            "El puente se abrió el 3 de marzo de 2021 y la escuela en mayo de 2020.",
            "3 de marzo de 2021=date | mayo de 2020=date",
        ),
        ("sv", "Mötet börjar klockan 17.30.", "17.30=time"),
        ("fr", "La réunion commence à 17 h 30.", "17 h 30=time"),
        (
            "pl",
            "Most nad rzeką otwarto 3 marca 2021 roku, a nową szkołę w maju 2020.",
            "3 marca 2021 roku=date | maju 2020=date",
        ),
        ("fa", "پل تازه شهر در روز ۳ مارس ۲۰۲۱ باز شد.", "۳ مارس ۲۰۲۱=date"),
        ("vi", "Cây cầu mới của thành phố được mở vào ngày 3 tháng 3 năm 2021.", "3 tháng 3 năm 2021=date"),
        (
            "zh",
            "会议于2021年3月3日下午5点30分在学校的大礼堂开始，很多人参加了会议。",
            "2021年3月3日=date | 5点30分=time",
        ),
        (
            "ko",
            "시장은 새 다리가 2021년 3월 3일보다 늦은 5시 30분에 열렸다고 말했다.",
            "2021년 3월 3일=date | 5시 30분=time",
        ),
        ("th", "สะพานใหม่ของเมืองเปิดในวันที่ 3 มีนาคม 2564", "3 มีนาคม 2564=date"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn percentages_stand_before_or_after_their_number() {
    for (language, text, expected) in [
        ("tr", "Fiyatlar yüzde 12, sonra %20 arttı.", "yüzde 12=percent | %20=percent"),
        ("ar", "ارتفعت بنسبة 12 في المئة.", "12 في المئة=percent"),
        ("vi", "Giá tăng 12 phần trăm.", "12 phần trăm=percent"),
        ("ko", "가격이 12퍼센트 올랐다.", "12퍼센트=percent"),
        ("th", "ราคาเพิ่มร้อยละ 12", "ร้อยละ 12=percent"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn letters_before_a_number_are_no_currency() {
    check("en", "The A4 and the R10 bus passed an S400 near exit C 5.", "5=number");
    check(
        "en",
        "Passengers paid Rs500 or R$ 5, a US$40 fine and S$ 20.",
        "Rs500=money | R$ 5=money | US$40=money | S$ 20=money",
    );
}

#[test]
fn rand_is_a_currency_before_what_is_written_as_a_sum() {
    check("en", "It costs R40,000, or R7.5bn, or R5 million.", "R40,000=money | R7.5bn=money | R5 million=money");
}

#[test]
fn units_are_those_of_the_language() {
    check("en", "Workers get $5 an hour, and a flat costs $900 months later.", "$5=money | $900=money");
    check("de", "Er trat 1993 an den Start.", "1993=date");
    check("es", "El alcalde habló de 500 con el ministro y en 2020 ha ganado.", "500=number | 2020=date");
    check("da", "Han kom i 2020 men rejste igen.", "2020=date");
    check(
        "fr",
        "Il a payé 92500 pour faire ce film, soit 20 pour cent du total.",
        "92500=number | 20 pour cent=percent",
    );
    check("it", "Ne restano 500 per ogni scuola, il 20 per cento.", "500=number | 20 per cento=percent");
    check(
        "en",
        "They made 12 per day, about 20 per cent, and Lions 20 won.",
        "12=number | 20 per cent=percent | 20=number",
    );
    check("en", "A flat costs 5,000 won.", "5,000 won=money");
    check(
        "en",
        "It grew 5km and 10 kg, by 5 percentage points.",
        "5km=quantity | 10 kg=quantity | 5 percentage points=percent",
    );
    check("sv", "Det kostar 500kr.", "500kr=money");
}

#[test]
fn dates_in_figures_are_dates() {
    for (language, text, expected) in [
        ("en", "It opened on 12/03/2024 and closed on 2024-03-25.", "12/03/2024=date | 2024-03-25=date"),
        ("en", "It opened on Oct. 30, 2020, and on 3 Sept. 2021 closed.", "Oct. 30, 2020=date | 3 Sept. 2021=date"),
        ("en", "The fair runs July 14-16 and in May 20 people came.", "July 14-16=date | 20 people=quantity"),
        ("da", "Broen åbnede 12.03.2024 og lukkede 3. april 2024.", "12.03.2024=date | 3. april 2024=date"),
        (
            "de",
            "Die Brücke wurde am 12.03.2024 eröffnet, die Halle in den 1990er Jahren.",
            "12.03.2024=date | 1990er=date",
        ),
        ("fr", "Le pont a ouvert le 12/03/2024.", "12/03/2024=date"),
        (
            "es",
            "El puente abrió el 12/03/2024 y en mayo 20 personas vinieron.",
            "12/03/2024=date | 20 personas=quantity",
        ),
        (
            "pt",
            "A ponte abriu na segunda-feira (12) e na quinta (15/3).",
            "segunda-feira=date | 12=date | quinta=date | 15/3=date",
        ),
        ("it", "Il ponte ha aperto il 12/03/2024, dopo il 1° maggio.", "12/03/2024=date | 1° maggio=date"),
        ("nl", "De brug ging op 12-03-2024 open.", "12-03-2024=date"),
        ("sv", "Bron öppnade 2024-03-12.", "2024-03-12=date"),
        ("pl", "Most otwarto 12.03.2024, a szkołę w 2020 r. zamknięto.", "12.03.2024=date | 2020 r=date"),
        ("cs", "Most otevřeli 12. 3. 2024 ráno.", "12. 3. 2024=date"),
        ("ru", "Мост открыли 12.03.2024 утром.", "12.03.2024=date"),
        ("uk", "Міст відкрили 12.03.2024 вранці.", "12.03.2024=date"),
        ("tr", "Köprü 12.03.2024'te açıldı, 2021'de kapandı.", "12.03.2024=date | 2021=date"),
        ("ar", "افتتح الجسر في 12/03/2024 وفي 3 كانون الثاني 2021.", "12/03/2024=date | 3 كانون الثاني 2021=date"),
        ("fa", "پل در ۱۴۰۲/۰۳/۱۲ و در سال ۱۴۰۱ باز شد.", "۱۴۰۲/۰۳/۱۲=date | ۱۴۰۱=date"),
        ("hi", "पुल 12/03/2024 को खुला।", "12/03/2024=date"),
        (
            "id",
            "Jembatan dibuka Rabu (12/3/2024) dan Kamis (13/3).",
            "Rabu=date | 12/3/2024=date | Kamis=date | 13/3=date",
        ),
        ("vi", "Cầu mở ngày 12/3 và ngày 25/12/2024.", "12/3=date | 25/12/2024=date"),
        ("zh", "大桥于2024/03/12开通，很多人参加了活动。", "2024/03/12=date"),
        ("ja", "橋は2024/03/12に開通した。", "2024/03/12=date"),
        ("ko", "다리는 2024.03.12 열렸다.", "2024.03.12=date"),
        ("th", "สะพานเปิด 12/03/2564 และวันที่ 3 ในปี 2565", "12/03/2564=date | 3=date | 2565=date"),
        // Seasons, decades and what only looks like them.
        ("en", "In the 2023/24 season it was 2.4.1 or 24/7.", "2023/24=date | 2.4.1=number | 24/7=number"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn times_of_day_are_told_from_lengths_and_scores() {
    for (language, text, expected) in [
        ("en", "Doors open at 5pm, talks at 5.30pm, and end by 10:45 p.m.", "5pm=time | 5.30pm=time | 10:45 p.m.=time"),
        ("en", "It is open 6-9 p.m. today.", "6-9 p.m.=time"),
        ("de", "Er lief 2:05 Stunden und kam um 17:30 an.", "2:05 Stunden=quantity | 17:30=time"),
        ("da", "Mødet begynder kl. 17 i dag.", "17=time"),
        ("de", "Das Spiel endete 2:1, nach dem Anpfiff um 20.30 Uhr.", "2:1=number | 20.30 Uhr=time"),
        ("fr", "La réunion commence à 17h et finit à 18h30, après 24h.", "17h=time | 18h30=time | 24h=number"),
        ("es", "La reunión empieza a las 17 horas y dura 24 horas.", "17 horas=time | 24 horas=quantity"),
        ("pt", "A reunião começa às 17h30 e dura 3 horas.", "17h30=time | 3 horas=quantity"),
        ("it", "La riunione inizia alle ore 17 e dura 3 ore.", "17=time | 3 ore=quantity"),
        ("nl", "De vergadering begint om 17.30 uur en duurt 3 uur.", "17.30 uur=time | 3 uur=quantity"),
        ("sv", "Mötet börjar kl. 17.30 i dag.", "17.30=time"),
        ("pl", "Zebranie zaczyna się o godz. 17 i trwa 3 godzin.", "17=time | 3 godzin=quantity"),
        ("cs", "Schůze začíná v 17 hodin a trvá 5 hodin.", "17 hodin=time | 5 hodin=quantity"),
        ("ru", "Встреча начнется в 17:30 и закончится в 20 часов.", "17:30=time | 20 часов=time"),
        ("uk", "Зустріч почнеться о 17:30 і триватиме 5 годин.", "17:30=time | 5 годин=quantity"),
        ("tr", "Toplantı saat 17.30'da başlayacak.", "17.30=time"),
        ("ar", "يبدأ الاجتماع الساعة 5 مساء.", "5=time"),
        ("fa", "جلسه ساعت ۵ آغاز می‌شود.", "۵=time"),
        ("hi", "बैठक शाम 5 बजे शुरू होगी।", "5 बजे=time"),
        ("id", "Rapat dimulai pukul 17.30 hari ini.", "17.30=time"),
        ("vi", "Cuộc họp bắt đầu lúc 17h30 hoặc lúc 19 giờ.", "17h30=time | 19 giờ=time"),
        ("th", "ประชุมเวลา 17.30 น.", "17.30 น=time"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn days_of_the_week_are_told_from_other_words() {
    for (language, text, expected) in [
        ("pt", "Venceu pela segunda vez a quarta etapa, na segunda metade.", ""),
        ("pt", "O ministro viaja na quarta, diz o governo.", "quarta=date"),
        ("tr", "Şirketin pazar payı arttı.", ""),
        ("tr", "Seçim pazar günü yapılacak.", "pazar=date"),
        ("ru", "Это влияет на окружающую среду города.", ""),
        ("ru", "Мост открыли в среду.", "среду=date"),
        ("vi", "Đây là lần thứ hai thành phố mở cầu.", ""),
        ("vi", "Cầu được mở vào sáng thứ hai, theo thành phố.", "thứ hai=date"),
        ("id", "Jembatan ditutup sejak minggu lalu.", ""),
        ("id", "Jembatan dibuka pada Minggu.", "Minggu=date"),
    ] {
        check(language, text, expected);
    }
}

#[test]
fn the_sign_of_a_percentage_may_stand_first() {
    check("fa", "قیمت ٪۲۰ افزایش یافت.", "٪۲۰=percent");
    check("zh", "价格上涨了百分之20。", "百分之20=percent");
}

#[test]
fn no_word_is_a_date_without_a_number_a_month_or_a_day() {
    check("it", "Il sindaco ha parlato, affermando che il ponte è chiuso.", "");
    check("vi", "Chủ tịch nói rằng chủ yếu là thứ nhất.", "");
    check("vi", "Ông ấy đã đến thành phố vào chủ nhật.", "chủ nhật=date");
    check("en", "The finding may march on.", "");
    // Lengths of time are no dates.
    check("vi", "Ông đã sống ở thành phố đó trong 3 tháng.", "3 tháng=quantity");
    check("ja", "会議は5時間続いた。", "5時間=quantity");
}
