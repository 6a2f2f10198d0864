use super::{begins_byline, is_of_person, of_line};

#[test]
fn names_are_taken_out_of_what_stands_around_them() {
    for (line, expected) in [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and John Roe, Staff Reporters", "JANE DOE, John Roe"),
        ("Written by: Jane Doe | May 6, 2026", "Jane Doe"),
        ("By Martin Rowe 6 May 2026", "Martin Rowe"),
        ("Posted on May 6, 2026 by Jane Doe", "Jane Doe"),
        ("Jane Doe, Senior Political Correspondent", "Jane Doe"),
        ("Jane Doe (Reuters), jane@v.example, @jane", "Jane Doe"),
        ("By Jane Doe Published May 6, 2026 at 10:30 am", "Jane Doe"),
        ("By Reuters", "Reuters"),
        ("Health Reporter Jane Doe", "Jane Doe"),
        ("Von Anna Berg und Jo Lang, Berlin", "Anna Berg, Jo Lang"),
        ("Par Anne Dupont et Luc Martin", "Anne Dupont, Luc Martin"),
        ("Por Ana Pérez y Luis Gómez", "Ana Pérez, Luis Gómez"),
        ("Di Mario Rossi", "Mario Rossi"),
        ("Door Jan de Vries", "Jan de Vries"),
        ("Av Anna Lind och Per Ek", "Anna Lind, Per Ek"),
        ("Autor: Jan Novák", "Jan Novák"),
        ("Автор: Анна Петрова", "Анна Петрова"),
        ("作者：王小明", "王小明"),
        ("文/王小明、李华", "王小明, 李华"),
        ("文・山田太郎", "山田太郎"),
        ("김민수 기자", "김민수"),
        ("بقلم: أحمد علي", "أحمد علي"),
        ("Oleh Budi Santoso", "Budi Santoso"),
        ("Jane Doe & John Roe", "Jane Doe, John Roe"),
        ("John Roe Jr.", "John Roe Jr."),
        ("5 min read · Jane Doe", "Jane Doe"),
        ("By\nJane Doe\nShipping Expert", "Jane Doe"),
        ("Anna Berg, Leitende Wirtschaftsredakteurin", "Anna Berg"),
        ("By Keith Roe Senior Autos Reporter", "Keith Roe"),
        ("Per Ek, MD", "Per Ek"),
        ("By Jane May", "Jane May"),
        ("byJane Doe", "Jane Doe"),
        ("来源：奥斯特兰晚报 记者 王小明 2026-05-03 07:30", "王小明"),
        ("来源：奥斯特兰晚报记者 王小明、李华", "王小明, 李华"),
        ("本报记者王小明", "王小明"),
        ("图片来源：记者 王小明 摄", ""),
        ("来源：新华社", ""),
        ("Varn CourierNovember 21", ""),
        ("By", ""),
        ("Written By:", ""),
        ("", ""),
        ("admin", ""),
        ("By Staff Writer", ""),
        ("Varn Courier", ""),
        ("Photo by Jane Doe", ""),
        ("May 6, 2026", ""),
        ("https://v.example/jane", ""),
        ("jdoe", ""),
    ] {
        assert_eq!(of_line(line, &["varncourier".to_owned()], false).join(", "), expected, "{line}");
    }
}

#[test]
fn what_is_given_as_a_name_may_be_that_of_an_organisation() {
    for (name, expected) in [
        ("Center for Rivers and Rain", "Center for Rivers and Rain"),
        ("Roe & Roe", "Roe & Roe"),
        ("Roe &amp; Doe", "Roe & Doe"),
        ("The Ostrand Team", "The Ostrand Team"),
        ("Jane Doe and John Roe", "Jane Doe, John Roe"),
        ("jane doe", "jane doe"),
        ("jane_doe", ""),
        ("dpa", "dpa"),
        ("page.head.author", ""),
    ] {
        assert_eq!(of_line(name, &[], true).join(", "), expected, "{name}");
    }
}

#[test]
fn people_are_told_from_places_and_sections() {
    for name in ["Jane Doe", "Jan de Vries", "Анна Петрова", "王小明", "欧阳娜娜", "山田太郎", "山田 太郎", "김민수"]
    {
        assert!(is_of_person(name), "{name}");
    }
    for name in ["Reuters", "New York", "Local News", "Senior Reporter", "国际新闻", "金融", "スポーツ", "사회"]
    {
        assert!(!is_of_person(name), "{name}");
    }
}

#[test]
fn bylines_are_told_by_how_they_begin() {
    assert!(begins_byline("来源：新华社 记者 王小明") && !begins_byline("来源：新华社"));
    assert!(begins_byline("By Jane Doe") && begins_byline("作者：王小明") && begins_byline("Written by Jane Doe"));
    assert!(!begins_byline("Bystanders saw it") && !begins_byline("Photo by Jane Doe") && !begins_byline(""));
}
