//! Reading inputs, and telling what they are.

use crate::failure::Failure;
use crate::{encoding, markup};
use clap::ValueEnum;
use nutgraf::Article;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read};

/// What an input is, or is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// To be determined by file name and content
    Auto,
    /// Plain text
    Text,
    /// A page
    Html,
    /// An object a line: {"id", "title"?, "text" or "html", "lang"?}
    Jsonl,
}

/// The article of a page; of one that looks like no article too where `any_page` asks for it.
pub(crate) fn article_of_page(html: &str, any_page: bool) -> Result<Article<'static>, nutgraf::Error> {
    if any_page { Article::from_any_html(html) } else { Article::from_html(html) }
}

/// Where an input comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Stdin,
    File(String),
}

/// An input that is being read.
pub(crate) enum Input {
    /// A text or a page, whole.
    Whole(String, Kind),
    /// JSONL: it is read as its lines come. How many bytes there are, if that is known.
    Lines(Box<dyn BufRead + Send>, Option<u64>),
}

impl Source {
    pub(crate) fn from_argument(argument: &str) -> Self {
        if argument == "-" { Self::Stdin } else { Self::File(argument.to_owned()) }
    }

    /// As it is named in output and errors.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Stdin => "standard input",
            Self::File(path) => path,
        }
    }

    /// The input as it is.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        match self {
            Self::Stdin => io::stdin().read_to_end(&mut bytes).map(|_| bytes),
            Self::File(path) => fs::read(path),
        }
        .map_err(|error| unreadable(&error))
    }

    /// The input: whole and decoded, or JSONL, of which only as much is read as tells that it is.
    pub(crate) fn open(&self, said: Kind) -> Result<Input, Failure> {
        let known = if said == Kind::Auto { self.kind_by_name() } else { said };
        let (mut reader, size): (Box<dyn BufRead + Send>, _) = match self {
            Self::Stdin => (Box::new(BufReader::new(io::stdin())), None),
            Self::File(path) => {
                let file = File::open(path).map_err(|e| unreadable(&e))?;
                let size = file.metadata().ok().map(|about| about.len());
                (Box::new(BufReader::new(file)), size)
            }
        };
        let mut bytes = Vec::new();
        if matches!(known, Kind::Auto | Kind::Jsonl) {
            while bytes.trim_ascii().is_empty() && reader.read_until(b'\n', &mut bytes).map_err(|e| unreadable(&e))? > 0
            {
            }
            let is_jsonl = known == Kind::Jsonl || is_object(&String::from_utf8_lossy(&bytes));
            if is_jsonl && !encoding::is_wide(&bytes) {
                return Ok(Input::Lines(Box::new(Cursor::new(bytes).chain(reader)), size));
            }
        }
        reader.read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
        let text = encoding::decode(bytes, |text| kind_of(known, text) == Kind::Html).map_err(Failure::bad_input)?;
        if markup::is_mhtml(&text) {
            return Err(Failure::bad_input(
                "is MHTML, a message with the parts of a page: save the page as HTML instead",
            ));
        }
        Ok(match kind_of(known, &text) {
            Kind::Jsonl => Input::Lines(Box::new(Cursor::new(text)), size),
            kind => Input::Whole(text, kind),
        })
    }

    /// The whole input as text, which is no JSONL, and what it is.
    pub(crate) fn read(&self, said: Kind) -> Result<(String, Kind), Failure> {
        match self.open(said)? {
            Input::Whole(text, kind) => Ok((text, kind)),
            Input::Lines(..) => Err(Failure::bad_input("JSONL is only taken by summarize")),
        }
    }

    /// The whole input as text, whatever it is.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        self.read(Kind::Text).map(|(text, _)| text)
    }

    /// What a file's name says it is.
    fn kind_by_name(&self) -> Kind {
        let Self::File(path) = self else { return Kind::Auto };
        match path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).as_deref() {
            Some("html" | "htm" | "xhtml" | "xht" | "shtml") => Kind::Html,
            Some("jsonl" | "ndjson") => Kind::Jsonl,
            Some("txt" | "text" | "md" | "markdown") => Kind::Text,
            _ => Kind::Auto,
        }
    }
}

fn unreadable(error: &io::Error) -> Failure {
    Failure::bad_input(format!("cannot be read: {error}"))
}

/// What a text is: what is known, else by its content.
fn kind_of(known: Kind, text: &str) -> Kind {
    match known {
        Kind::Auto if markup::is_html(text) => Kind::Html,
        Kind::Auto if is_object(text.trim_start().lines().next().unwrap_or_default()) => Kind::Jsonl,
        Kind::Auto => Kind::Text,
        known => known,
    }
}

/// Whether a line is an object of JSON.
fn is_object(line: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim();
    line.starts_with('{') && serde_json::from_str::<serde_json::Value>(line).is_ok()
}
