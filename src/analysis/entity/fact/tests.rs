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

/// Holds the facts of a text, "name=kind" with a bar between, against those expected.
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
fn percentages_stand_before_or_behind_their_number() {
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
fn no_word_is_a_date_without_a_number_a_month_or_a_day() {
    check("it", "Il sindaco ha parlato, affermando che il ponte è chiuso.", "");
    check("vi", "Chủ tịch nói rằng chủ yếu là thứ nhất.", "");
    check("vi", "Ông ấy đã đến thành phố vào chủ nhật.", "chủ nhật=date");
    check("en", "The finding may march on.", "");
    // Lengths of time are no dates.
    check("vi", "Ông đã sống ở thành phố đó trong 3 tháng.", "3 tháng=quantity");
    check("ja", "会議は5時間続いた。", "5時間=quantity");
}
