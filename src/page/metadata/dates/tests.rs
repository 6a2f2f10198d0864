use super::*;

#[test]
fn dates_of_metadata_are_given_in_iso_8601() {
    for (value, expected) in [
        ("2026-05-02T08:00:00Z", "2026-05-02T08:00:00Z"),
        ("2026-05-02T08:00:00.000+02:00", "2026-05-02T08:00:00.000+02:00"),
        ("2026-05-02T08:00:00+0200", "2026-05-02T08:00:00+02:00"),
        ("2026-05-02 08:00", "2026-05-02T08:00"),
        ("2026-05-02 08:00:00 UTC", "2026-05-02T08:00:00Z"),
        (" 2026-05-02 ", "2026-05-02"),
        ("2026/05/02", "2026-05-02"),
        ("20260502", "2026-05-02"),
        ("Sat, 02 May 2026 08:00:00 GMT", "2026-05-02"),
        ("May 2, 2026", "2026-05-02"),
        ("05/02/26", "2026-05-02"),
        ("05-02-2026", "2026-05-02"),
        ("1777708800", "2026-05-02"),
        ("1777708800000", "2026-05-02"),
    ] {
        assert_eq!(of_metadata(value, Some("en")).as_deref(), Some(expected), "{value}");
    }
    for value in ["", "1970-01-01", "0001-01-01T00:00:00", "today", "2026", "2026-13-01", "éééééééééé"] {
        assert_eq!(of_metadata(value, None), None, "{value}");
    }
}

#[test]
fn dates_in_words_are_read_in_all_languages() {
    for (language, text) in [
        ("en", "Published: Monday, November 30, 2026 at 10:30 am"),
        ("en-GB", "Posted on 30th of Nov 2026"),
        ("en", "11/30/2026"),
        ("en-GB", "30/11/2026"),
        ("da", "30. november 2026 kl. 10.30"),
        ("de", "Montag, 30. November 2026, 10:30 Uhr"),
        ("de", "Stand: 30.11.2026"),
        ("fr", "Publié le 30 novembre 2026 à 10h30"),
        ("es", "30 de noviembre de 2026"),
        ("pt", "30 de novembro de 2026"),
        ("it", "30 novembre 2026"),
        ("nl", "30 november 2026"),
        ("sv", "30 nov 2026"),
        ("pl", "30 listopada 2026"),
        ("cs", "30. 11. 2026"),
        ("cs", "30. listopadu 2026"),
        ("ru", "30 ноября 2026 г."),
        ("uk", "30 листопада 2026 року"),
        ("tr", "30 Kasım 2026"),
        ("ar", "30 نوفمبر 2026"),
        ("ar", "٣٠ تشرين الثاني ٢٠٢٦"),
        ("fa", "۹ آذر ۱۴۰۵"),
        ("hi", "30 नवंबर 2026"),
        ("id", "Senin, 30 November 2026"),
        ("vi", "Thứ hai, 30/11/2026"),
        ("vi", "ngày 30 tháng 11 năm 2026"),
        ("zh", "2026年11月30日 10:30"),
        ("ja", "2026年11月30日"),
        ("ja", "令和8年11月30日"),
        ("ko", "2026년 11월 30일"),
        ("ko", "입력 2026. 11. 30. 10:30"),
        ("th", "30 พฤศจิกายน 2569"),
        ("th", "30 พ.ย. 2569"),
    ] {
        assert_eq!(in_text(text, Some(language)).map(|f| f.date).as_deref(), Some("2026-11-30"), "{language}: {text}");
    }
    for text in
        ["", "In 2026 there were 30 of 11 towns", "30 of them may 2026", "10:30 11.12", "Version 1.2.2026.4 x", "7 may"]
    {
        let found = in_text(text, Some("en"));
        assert!(found.is_none() || text.starts_with("Version"), "{text} {found:?}");
    }
}

#[test]
fn dates_in_addresses_are_read() {
    for (address, expected) in [
        ("https://v.example/2026/11/30/hall", Some("2026-11-30")),
        ("https://v.example/news/2026-11-30-hall.html", Some("2026-11-30")),
        ("https://v.example/2026/nov/30/hall", Some("2026-11-30")),
        ("https://v.example/a/20261130/hall?x=1", Some("2026-11-30")),
        ("https://v.example/2026/11/hall", None),
        ("https://v.example/20269930", None),
    ] {
        assert_eq!(in_address(address).as_deref(), expected, "{address}");
    }
}
