//! A Parquet file of answers: it takes lines of JSON and makes a row of each.

use crate::failure::Failure;
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

/// One row an article. `json` is the answer as --format json has it.
const SCHEMA: &str = "message summaries {
    optional binary id (STRING);
    optional binary source (STRING);
    optional binary headline (STRING);
    optional binary language (STRING);
    required group sentences (LIST) { repeated group list { required binary element (STRING); } }
    optional binary error (STRING);
    optional binary message (STRING);
    required binary json (STRING);
}";

/// So many rows at most are kept in memory and written together,
const GROUP_ROWS: usize = 10_000;
/// or so many bytes of JSON.
const GROUP_BYTES: usize = 16 * 1024 * 1024;

/// What of an answer has a column.
#[derive(Deserialize)]
struct Answer {
    id: Option<Value>,
    source: Option<String>,
    headline: Option<String>,
    language: Option<String>,
    #[serde(default)]
    sentences: Vec<Sentence>,
    error: Option<Reason>,
}

#[derive(Deserialize)]
struct Sentence {
    text: String,
}

#[derive(Deserialize)]
struct Reason {
    code: String,
    message: String,
}

/// Values, and for each row whether it has one (1) or not (0).
#[derive(Default)]
struct Column {
    values: Vec<ByteArray>,
    is_there: Vec<i16>,
}

impl Column {
    fn push(&mut self, value: Option<String>) {
        self.is_there.push(i16::from(value.is_some()));
        self.values.extend(value.map(|value| ByteArray::from(value.into_bytes())));
    }
}

/// Of every row a list, which may be empty.
#[derive(Default)]
struct Lists {
    column: Column,
    /// For each value whether it goes on a list (1) or begins one (0).
    goes_on: Vec<i16>,
}

impl Lists {
    fn push(&mut self, values: Vec<String>) {
        if values.is_empty() {
            self.goes_on.push(0);
            self.column.push(None);
        }
        for (at, value) in values.into_iter().enumerate() {
            self.goes_on.push(i16::from(at > 0));
            self.column.push(Some(value));
        }
    }
}

#[derive(Default)]
struct Group {
    id: Column,
    source: Column,
    headline: Column,
    language: Column,
    sentences: Lists,
    error: Column,
    message: Column,
    json: Column,
    bytes: usize,
}

pub(crate) struct Table {
    file: SerializedFileWriter<Box<dyn Write + Send>>,
    group: Group,
    /// The beginning of a line whose end has not come yet.
    line: Vec<u8>,
}

impl Table {
    pub(crate) fn new(file: impl Write + Send + 'static) -> Result<Self, Failure> {
        let schema = parse_message_type(SCHEMA).map_err(failed)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file: Box<dyn Write + Send> = Box::new(file);
        let file = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)).map_err(failed)?;
        Ok(Self { file, group: Group::default(), line: Vec::new() })
    }

    /// Writes what is left, and the end of the file, without which it is none.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.write_group()?;
        self.file.finish().map(drop).map_err(failed)
    }

    fn push(&mut self, json: String) -> io::Result<()> {
        let answer: Answer = serde_json::from_str(&json)?;
        let group = &mut self.group;
        group.id.push(answer.id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned)));
        group.source.push(answer.source);
        group.headline.push(answer.headline);
        group.language.push(answer.language);
        group.sentences.push(answer.sentences.into_iter().map(|sentence| sentence.text).collect());
        let (code, message) = answer.error.map(|error| (error.code, error.message)).unzip();
        group.error.push(code);
        group.message.push(message);
        group.bytes += json.len();
        group.json.push(Some(json));
        if group.json.values.len() >= GROUP_ROWS || group.bytes >= GROUP_BYTES { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> io::Result<()> {
        let Group { id, source, headline, language, sentences, error, message, json, .. } = mem::take(&mut self.group);
        if json.values.is_empty() {
            return Ok(());
        }
        let optional = |column| (column, None);
        let columns = [
            optional(id),
            optional(source),
            optional(headline),
            optional(language),
            (sentences.column, Some(sentences.goes_on)),
            optional(error),
            optional(message),
            (Column { is_there: Vec::new(), ..json }, None),
        ];
        let mut group = self.file.next_row_group().map_err(failed)?;
        for (Column { values, is_there }, goes_on) in columns {
            let Some(mut column) = group.next_column().map_err(failed)? else { continue };
            let is_there = (!is_there.is_empty()).then_some(&*is_there);
            column.typed::<ByteArrayType>().write_batch(&values, is_there, goes_on.as_deref()).map_err(failed)?;
            column.close().map_err(failed)?;
        }
        group.close().map(drop).map_err(failed)
    }
}

impl Write for Table {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = String::from_utf8(mem::take(&mut self.line)).map_err(io::Error::other)?;
                self.push(line.trim_end().to_owned())?;
            }
        }
        Ok(bytes.len())
    }

    /// Rows are written many at a time.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the writing of a file says, by its own words.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
