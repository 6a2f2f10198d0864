//! Reading inputs, and telling what they are.

use crate::batch::Batch;
use crate::batch::progress::Extent;
use crate::compressed::{self, decompressed};
use crate::failure::Failure;
use crate::{encoding, markup};
use clap::ValueEnum;
use nutgraf::Article;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes that are read at once.
const BUFFER: usize = 64 * 1024;
/// A first line of more bytes does not tell that an input is JSONL.
const FIRST_LINE: u64 = 16 * 1024 * 1024;

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
    /// A row an article: columns text or html, and id, title and lang if they are there (in builds with the feature parquet)
    Parquet,
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
    /// Many articles, which are read as they come.
    Batch(Batch),
}

/// Counts the bytes that are read.
struct Counted<R>(R, Arc<AtomicU64>);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.read(buffer)?;
        self.1.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
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
        .map_err(|error| Failure::unreadable(&error))
    }

    /// The input: whole and decoded, or a batch, of which only as much is read as tells that it is.
    pub(crate) fn open(&self, said: Kind) -> Result<Input, Failure> {
        let read = Arc::new(AtomicU64::new(0));
        let (file, all, named): (Box<dyn Read + Send>, _, _) = match self {
            Self::Stdin if said == Kind::Parquet => {
                return Err(Failure::bad_input("cannot be Parquet, which is read from its end: name a file"));
            }
            Self::Stdin => (Box::new(io::stdin()), None, Kind::Auto),
            Self::File(path) if Path::new(path).is_dir() => return folder(path, said),
            Self::File(path) => {
                let mut file = File::open(path).map_err(|e| Failure::unreadable(&e))?;
                let all = file.metadata().ok().filter(Metadata::is_file).map(|about| about.len());
                let named = Self::kind_by_name(path);
                let known = if said == Kind::Auto { named } else { said };
                if known == Kind::Parquet || known == Kind::Auto && all.is_some() && is_parquet(&mut file) {
                    return Ok(Input::Batch(Batch::Parquet(file)));
                }
                (Box::new(file), all, named)
            }
        };
        let known = if said == Kind::Auto { named } else { said };
        let file = BufReader::with_capacity(BUFFER, Counted(file, Arc::clone(&read)));
        let mut reader = decompressed(file).map_err(|e| Failure::unreadable(&e))?;
        let mut bytes = Vec::new();
        if matches!(known, Kind::Auto | Kind::Jsonl) {
            let mut first = reader.by_ref().take(FIRST_LINE);
            while bytes.trim_ascii().is_empty()
                && first.read_until(b'\n', &mut bytes).map_err(|e| Failure::unreadable(&e))? > 0
            {}
            let is_jsonl = known == Kind::Jsonl || is_object(&String::from_utf8_lossy(&bytes));
            if is_jsonl && !encoding::is_wide(&bytes) {
                let lines = Box::new(Cursor::new(bytes).chain(reader));
                return Ok(Input::Batch(Batch::Lines(lines, Extent::Bytes { all, read })));
            }
        }
        reader.read_to_end(&mut bytes).map_err(|e| Failure::unreadable(&e))?;
        Ok(match decode(bytes, known)? {
            (text, Kind::Jsonl) => Input::Batch(Batch::Lines(Box::new(Cursor::new(text)), Extent::Bytes { all, read })),
            (text, kind) => Input::Whole(text, kind),
        })
    }

    /// The whole input as text, which is no JSONL, and what it is.
    pub(crate) fn read(&self, said: Kind) -> Result<(String, Kind), Failure> {
        match self.open(said)? {
            Input::Whole(text, kind) => Ok((text, kind)),
            Input::Batch(Batch::Lines(..)) => Err(Failure::bad_input("JSONL is only taken by summarize")),
            Input::Batch(Batch::Parquet(_)) => Err(Failure::bad_input("Parquet is only taken by summarize")),
            Input::Batch(Batch::Folder(_)) => Err(Failure::bad_input("is a folder, which only summarize takes")),
        }
    }

    /// The whole input as text, whatever it is.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        self.read(Kind::Text).map(|(text, _)| text)
    }

    /// What a file's name says it is; behind it may stand that it is compressed.
    pub(crate) fn kind_by_name(path: &str) -> Kind {
        let path = path.to_ascii_lowercase();
        let path = compressed::ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(&path);
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html" | "htm" | "xhtml" | "xht" | "shtml") => Kind::Html,
            Some("jsonl" | "ndjson") => Kind::Jsonl,
            Some("parquet") => Kind::Parquet,
            Some("txt" | "text" | "md" | "markdown") => Kind::Text,
            _ => Kind::Auto,
        }
    }
}

/// Whether a file begins as Parquet does. It is read from its beginning afterwards.
fn is_parquet(file: &mut File) -> bool {
    let mut first = [0; 4];
    let is_read = file.read_exact(&mut first).is_ok();
    file.rewind().is_ok() && is_read && first == *b"PAR1"
}

fn folder(path: &str, said: Kind) -> Result<Input, Failure> {
    if matches!(said, Kind::Jsonl | Kind::Parquet) {
        return Err(Failure::bad_input("is a folder: name the files in it instead"));
    }
    Ok(Input::Batch(Batch::Folder(path.into())))
}

/// The first bytes of a file's content, decompressed, `most` of them at most.
pub(crate) fn decompress(bytes: &[u8], most: u64) -> Result<Vec<u8>, Failure> {
    let mut content = Vec::new();
    decompressed(bytes)
        .and_then(|reader| reader.take(most).read_to_end(&mut content))
        .map_err(|e| Failure::unreadable(&e))?;
    Ok(content)
}

/// The text of an input, and what it is.
pub(crate) fn decode(bytes: Vec<u8>, known: Kind) -> Result<(String, Kind), Failure> {
    let text = encoding::decode(bytes, |text| kind_of(known, text) == Kind::Html).map_err(Failure::bad_input)?;
    if markup::is_mhtml(&text) {
        return Err(Failure::bad_input("is MHTML, a message with the parts of a page: save the page as HTML instead"));
    }
    let kind = kind_of(known, &text);
    Ok((text, kind))
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
