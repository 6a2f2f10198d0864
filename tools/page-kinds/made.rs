//! Pages of our own making, of every kind: templates of what the web's platforms write (`tests/fixtures/page-kinds`),
//! filled with words without meaning in several languages. The same number gives the same page.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

const TEMPLATES: &str = include_str!("../../tests/fixtures/page-kinds/templates.txt");
const WORDS: &str = include_str!("../../tests/fixtures/page-kinds/words.txt");

/// What a made page says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dress {
    /// Class names, address and metadata as the platform writes them.
    Telling,
    /// No class names, no metadata, no address: structure alone.
    Bare,
    /// Class names of a build tool, an address of one slug, and metadata that call every page an article, as much software
    /// does.
    Misleading,
}

impl Dress {
    pub(crate) const ALL: [Self; 3] = [Self::Telling, Self::Bare, Self::Misleading];
}

/// A made page.
pub(crate) struct Made {
    /// What it is, by the name of `PageKind`.
    pub(crate) kind: &'static str,
    /// The name of its template.
    pub(crate) name: &'static str,
    pub(crate) dress: Dress,
    pub(crate) html: String,
}

/// A template with the frames that it may stand in.
struct Template {
    kind: &'static str,
    name: &'static str,
    frames: &'static str,
    head: Vec<(&'static str, &'static str)>,
    body: String,
}

/// Pages of every template in every dress, one for each number.
pub(crate) fn pages(numbers: Range<usize>) -> Vec<Made> {
    let templates = templates();
    let words = words();
    let mut languages: Vec<&str> = words.keys().map(|(language, _)| *language).collect();
    languages.sort_unstable();
    languages.dedup();
    let mut made = Vec::new();
    for (number, template) in templates.iter().filter(|t| t.kind != "frame").enumerate() {
        for copy in numbers.clone() {
            for (at, dress) in Dress::ALL.into_iter().enumerate() {
                let mut random = Random(((number * 1_000 + copy) * 3 + at) as u64);
                (0..8).for_each(|_| _ = random.next());
                let language = languages[(number + copy + at) % languages.len()];
                let mut filler = Filler { words: &words, language, random };
                made.push(Made {
                    kind: template.kind,
                    name: template.name,
                    dress,
                    html: filler.page(template, &templates, dress),
                });
            }
        }
    }
    made
}

fn templates() -> Vec<Template> {
    let pieces = TEMPLATES.split("\n== ").skip(1);
    let template = |piece: &'static str| {
        let (title, rest) = piece.split_once('\n')?;
        let mut title = title.split(' ');
        let (head, body): (Vec<&str>, Vec<&str>) = rest.lines().partition(|line| line.starts_with('@'));
        Some(Template {
            kind: title.next()?,
            name: title.next()?,
            frames: title.next().unwrap_or("none"),
            head: head.iter().map(|line| line[1..].split_once(' ').unwrap_or((&line[1..], ""))).collect(),
            body: body.join("\n"),
        })
    };
    pieces.filter_map(template).collect()
}

type Words = HashMap<(&'static str, &'static str), Vec<&'static str>>;

fn words() -> Words {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (key, values) = line.split_once(": ")?;
            Some((key.split_once(' ')?, values.split('|').collect()))
        })
        .collect()
}

/// A linear congruential generator (Knuth's MMIX constants).
struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.next() % (most - least + 1)
    }
}

struct Filler<'w> {
    words: &'w Words,
    language: &'static str,
    random: Random,
}

impl Filler<'_> {
    fn page(&mut self, template: &Template, templates: &[Template], dress: Dress) -> String {
        let frames: Vec<&str> = template.frames.split(',').collect();
        let frame = frames[self.random.next() % frames.len()];
        let frame = templates.iter().find(|t| t.kind == "frame" && t.name == frame);
        let around = frame.map_or("{content}", |frame| frame.body.as_str());
        let mut body = self.fill(&around.replace("{content}", &template.body));
        if dress != Dress::Telling {
            body = undressed(&body, dress, &mut self.random);
        }
        let title = self.fill("{6} | {2}");
        let mut head = format!("<title>{title}</title>");
        let said = |name: &str| template.head.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        let meta = |head: &mut String, name: &str, content: &str| {
            let _ = write!(head, "<meta property=\"{name}\" content=\"{content}\">");
        };
        let mut class = "";
        match dress {
            Dress::Telling => {
                if let Some(og) = said("og") {
                    meta(&mut head, "og:type", og);
                }
                if let Some(generator) = said("generator") {
                    meta(&mut head, "generator", generator);
                }
                if let Some(path) = said("path") {
                    let path = self.fill(path);
                    let _ = write!(head, "<link rel=\"canonical\" href=\"https://www.example.org/{path}\">");
                }
                let date = if said("published").is_some() { ",\"datePublished\":\"2026-05-06\"" } else { "" };
                if let Some(kind) = said("ld") {
                    let _ =
                        write!(head, "<script type=\"application/ld+json\">{{\"@type\":\"{kind}\"{date}}}</script>");
                }
                class = said("body").unwrap_or_default();
            }
            Dress::Bare => {}
            Dress::Misleading => {
                meta(&mut head, "og:type", if said("og") == Some("website") { "website" } else { "article" });
                let slug = self.fill("{slug}");
                let _ = write!(
                    head,
                    "<link rel=\"canonical\" href=\"https://www.example.org/{slug}/\"><script type=\"application/ld+json\">\
                    {{\"@graph\":[{{\"@type\":\"WebPage\",\"datePublished\":\"2026-05-06\"}},{{\"@type\":\"Organization\"}}]}}</script>"
                );
            }
        }
        format!(
            "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\">{head}</head><body class=\"{class}\">{body}</body></html>",
            self.language
        )
    }

    /// Fills what stands in braces.
    fn fill(&mut self, template: &str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            if name == "?" || name.starts_with('*') {
                let (inner, after) = split_block(after);
                let times = match name[1..].split_once('-') {
                    Some((least, most)) => {
                        self.random.between(least.parse().unwrap_or_default(), most.parse().unwrap_or_default())
                    }
                    None => self.random.next() % 2,
                };
                for _ in 0..times {
                    out.push_str(&self.fill(inner));
                }
                rest = after;
                continue;
            }
            out.push_str(&self.value(name));
            rest = after;
        }
        out + rest
    }

    fn value(&mut self, name: &str) -> String {
        match name {
            "s" => self.sentence(),
            "p" => (0..self.random.between(2, 5)).map(|_| self.sentence()).collect::<Vec<_>>().join(" "),
            "name" => self.word("names"),
            "date" => format!(
                "{}.{}.20{}",
                self.random.between(1, 28),
                self.random.between(1, 12),
                self.random.between(10, 26)
            ),
            "time" => format!("{}:{:02}", self.random.between(6, 23), self.random.between(0, 59)),
            "price" => {
                let sum = format!("{}.{:02}", self.random.between(3, 900), self.random.between(0, 99));
                match self.random.next() % 4 {
                    0 => format!("${sum}"),
                    1 => format!("{sum} €"),
                    2 => format!("£{sum}"),
                    _ => format!("{sum} kr"),
                }
            }
            "n" => self.random.between(2, 900).to_string(),
            "slug" => {
                let count = self.random.between(1, 4);
                let mut slug = || ["blue", "river", "old", "bridge", "chair", "green", "north"][self.random.next() % 7];
                (0..count).map(|_| slug()).collect::<Vec<_>>().join("-")
            }
            "news" => ["news", "politics", "sport", "culture"][self.random.next() % 4].to_owned(),
            _ => match (name.strip_prefix('@'), name.parse()) {
                (Some(key), _) => self.word(key),
                (None, Ok(count)) => self.phrase(count),
                (None, Err(_)) => format!("{{{name}}}"),
            },
        }
    }

    fn word(&mut self, key: &str) -> String {
        let known = self.words.iter().find(|((language, name), _)| *language == self.language && *name == key);
        known.map_or_else(String::new, |(_, words)| words[self.random.next() % words.len()].to_owned())
    }

    fn phrase(&mut self, count: usize) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word("words")).collect();
        let text = words.join(if self.language == "ja" { "" } else { " " });
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn sentence(&mut self) -> String {
        let count = self.random.between(8, 24);
        self.phrase(count) + &self.word("end")
    }
}

/// What stands before the `{/}` of a block that is open, and what follows it.
fn split_block(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, _) in text.match_indices('{') {
        let name = &text[at + 1..];
        if name.starts_with("/}") {
            depth -= 1;
            if depth == 0 {
                return (&text[..at], &text[at + 3..]);
            }
        } else if name.starts_with(['?', '*']) {
            depth += 1;
        }
    }
    (text, "")
}

/// A page without the names of its classes and ids, or with those of a build tool.
fn undressed(html: &str, dress: Dress, random: &mut Random) -> String {
    let mut out = String::new();
    let mut names: HashMap<&str, usize> = HashMap::new();
    let mut rest = html;
    while let Some(at) = [" class=\"", " id=\""].iter().filter_map(|name| rest.find(name)).min() {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let mut parts = after.splitn(3, '"');
        let (attribute, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if dress == Dress::Misleading && attribute == " class=" {
            let number = *names.entry(value).or_insert_with(|| random.next() % 10_000);
            let _ = write!(out, " class=\"css-{number:x}\"");
        }
        rest = parts.next().unwrap_or_default();
    }
    out + rest
}
