//! When the story was published, in ISO 8601.
//!
//! Precedence: JSON-LD; `meta`; elements marked as that date; points in time near the headline, marked or in words; the
//! date in the page's address; points in time that are marked anywhere else, and dates right behind the story. Where the
//! page says only when the story was last changed, that.

use super::dates;
use super::reader::{Around, Mark, Marks, Metadata};

/// Names of `meta` elements that say when the page was published, best first.
const METAS: [&str; 31] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "publication_date",
    "publication-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "article_date_original",
];
/// The same of when it was last changed.
const METAS_OF_CHANGES: [&str; 4] = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"];
/// How words begin that stand before the date of a change.
const CHANGED: [&str; 24] = [
    "updat",
    "modif",
    "last ",
    "edited",
    "revised",
    "aktualis",
    "geändert",
    "stand:",
    "mis à jour",
    "actualiz",
    "atualiz",
    "aggiorn",
    "bijgewerkt",
    "uppdater",
    "oppdater",
    "opdater",
    "aktualiz",
    "обновл",
    "оновл",
    "güncelle",
    "تحديث",
    "अपडेट",
    "更新",
    "수정",
];
/// So much of the text before a date may say what it is the date of, in characters.
const LABEL: usize = 24;

/// The date, with its time where the page tells it for machines.
pub(super) fn find(page: &Metadata, around: &Around<'_>) -> Option<String> {
    let said = &page.said;
    let language = page.language.as_deref();
    let read = |value: &str| dates::of_metadata(value, language);
    let of = |mark: &Mark| {
        mark.value.as_deref().and_then(read).or_else(|| dates::in_text(&mark.text, language).map(|f| f.date))
    };
    let marked = |marks: Marks| page.marks.iter().filter(move |mark| mark.marks == marks);
    let is_changed = |mark: &&Mark| says_changed(&mark.text);
    let line = |blocks: &[&str], changed: bool| blocks.iter().find_map(|text| in_line(text, language, changed));
    let near_time = || {
        let near = |mark: &&Mark| around.is_near(mark) && !is_changed(mark);
        marked(Marks::Time).filter(near).find_map(of)
    };
    let meta = || page.metas(&METAS).find_map(read);
    let address = || page.address.as_deref().and_then(dates::in_address);
    let other_time = || marked(Marks::Time).filter(|mark| !is_changed(mark)).find_map(of);
    let published =
        said.published.as_deref().and_then(read).or_else(meta).or_else(|| marked(Marks::Published).find_map(of));
    let shown = || near_time().or_else(|| line(&around.before, false)).or_else(address);
    let further = || line(&around.behind, false).or_else(other_time);
    let changed = || {
        let said = said.modified.as_deref().into_iter().chain(page.metas(&METAS_OF_CHANGES)).find_map(read);
        said.or_else(|| marked(Marks::Modified).find_map(of)).or_else(|| line(&around.before, true))
    };
    published.or_else(shown).or_else(further).or_else(changed)
}

/// The first date in a line that is, or is not, that of a change.
fn in_line(text: &str, language: Option<&str>, changed: bool) -> Option<String> {
    let mut from = 0;
    while let Some(found) = dates::in_text(&text[from..], language) {
        let start = from + found.start;
        let label: String = text[from..start].chars().rev().take(LABEL).collect::<Vec<_>>().into_iter().rev().collect();
        if says_changed(&label) == changed {
            return Some(found.date);
        }
        // Behind the first part of this date.
        from = start + text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

fn says_changed(text: &str) -> bool {
    let text = text.to_lowercase();
    CHANGED.iter().any(|word| text.contains(word))
}
