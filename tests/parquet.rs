//! Parquet in and out of the command line.
#![cfg(all(feature = "parquet", unix))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::{Field, RowAccessor};
use parquet::schema::parser::parse_message_type;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

const STORY: &str = "The mayor of Riga opened the new bridge on Monday. It cost 9 million euros, she said. \
    Fishermen from Jurmala protested against the noise. Trains will cross it from May.";

/// Rows of a file, and so many of them in a row group.
const ROWS: usize = 250;
const GROUP: usize = 100;

fn nutgraf(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("nutgraf"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).output().expect("to run")
}

fn assert_ended(output: &Output, status: i32, says: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{error}");
    assert_eq!(error.lines().count(), usize::from(!says.is_empty()), "{error}");
    assert!(error.contains(says), "{error}");
}

/// The text of a row; each ninth has none.
fn text(row: usize) -> Option<String> {
    (row % 9 != 8).then(|| format!("{STORY} The bridge has {row} lamps. Nr. {row} \u{1f309} stays lit."))
}

fn title(row: usize) -> Option<String> {
    row.is_multiple_of(2).then(|| format!("Bridge {row} opens"))
}

/// Writes the rows with these names for their columns.
fn write_rows(path: &Path, names: [&str; 3], compression: Compression) {
    let [id, text_name, title_name] = names;
    // A column beside those that are read, of a kind that needs no reading.
    let schema = format!(
        "message rows {{ required int64 {id}; optional binary {text_name} (STRING); optional binary {title_name};
            required int64 other; }}"
    );
    let schema = Arc::new(parse_message_type(&schema).expect("a schema"));
    let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
    let mut file =
        SerializedFileWriter::new(File::create(path).expect("a file"), schema, properties).expect("a writer");
    let rows: Vec<usize> = (0..ROWS).collect();
    for rows in rows.chunks(GROUP) {
        let mut group = file.next_row_group().expect("a group");
        let numbers: Vec<i64> = rows.iter().map(|row| *row as i64).collect();
        let of = |value: fn(usize) -> Option<String>| -> (Vec<ByteArray>, Vec<i16>) {
            let values: Vec<Option<String>> = rows.iter().map(|row| value(*row)).collect();
            let there = values.iter().map(|value| i16::from(value.is_some())).collect();
            (values.into_iter().flatten().map(|value| ByteArray::from(value.into_bytes())).collect(), there)
        };
        for number in 0..4 {
            let mut column = group.next_column().expect("to go on").expect("a column");
            if matches!(number, 1 | 2) {
                let (values, there) = of(if number == 1 { text } else { title });
                column.typed::<ByteArrayType>().write_batch(&values, Some(&there), None).expect("to write");
            } else {
                column.typed::<Int64Type>().write_batch(&numbers, None, None).expect("to write");
            }
            column.close().expect("an end");
        }
        group.close().expect("an end");
    }
    file.close().expect("an end");
}

/// The same articles as JSONL.
fn lines() -> String {
    (0..ROWS).map(|row| format!("{}\n", json!({ "id": row, "text": text(row), "title": title(row) }))).collect()
}

#[test]
fn rows_are_answered_as_the_same_lines_of_jsonl() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.jsonl"), lines()).expect("to write");
    let as_lines = nutgraf(&["summarize", "--format", "json", "in.jsonl"], folder.path());
    assert_ended(&as_lines, 1, "27 of 250");
    let ways = [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::LZ4_RAW]
        .into_iter()
        .chain([Compression::ZSTD(Default::default()), Compression::GZIP(Default::default())]);
    for compression in ways {
        write_rows(&path("in.parquet"), ["id", "text", "title"], compression);
        let output = nutgraf(&["summarize", "--format", "json", "in.parquet"], folder.path());
        assert_ended(&output, 1, "27 of 250");
        assert!(output.stdout == as_lines.stdout, "{compression}");
    }
    // Told by its first bytes, columns by their names, and on from a checkpoint.
    write_rows(&path("articles"), ["id", "body", "head"], Compression::SNAPPY);
    let named = ["--text", "body", "--title", "head", "--quiet", "--format", "json"];
    for more in [&["articles"][..], &["--input", "parquet", "articles"]] {
        let output = nutgraf(&[&["summarize"], &named[..], more].concat(), folder.path());
        assert!(output.stdout == as_lines.stdout);
    }
    let noted = ["articles", "--out", "out", "--checkpoint", "at", "--checkpoint-every", "40"];
    assert_ended(&nutgraf(&[&["summarize"], &named[..], &noted].concat(), folder.path()), 1, "");
    assert!(fs::read(path("out")).expect("the output") == as_lines.stdout);
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    write_rows(&path("in.parquet"), ["id", "body", "title"], Compression::SNAPPY);
    let call = |arguments: &[&str]| nutgraf(&[&["summarize"], arguments].concat(), folder.path());
    assert_ended(&call(&["in.parquet"]), 2, "has no column text: name one of id, body, title, other by --text");
    assert_ended(&call(&["in.parquet", "--text", "none"]), 2, "has no column “none” for --text");
    let whole = fs::read(path("in.parquet")).expect("to read");
    fs::write(path("cut.parquet"), &whole[..whole.len() / 2]).expect("to write");
    assert_ended(&call(&["cut.parquet"]), 2, "cannot be read as Parquet");
    assert_ended(&call(&["--input", "parquet"]), 2, "name a file");
    assert_ended(&call(&["in.parquet", "--format", "parquet", "--text", "body"]), 2, "needs --out");
    assert_ended(&nutgraf(&["sentences", "in.parquet"], folder.path()), 2, "only taken by summarize");
}

#[test]
fn parquet_comes_out_with_a_row_an_article() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.jsonl"), lines()).expect("to write");
    let as_json = nutgraf(&["summarize", "--quiet", "--format", "json", "in.jsonl"], folder.path());
    let answers = String::from_utf8(as_json.stdout).expect("UTF-8");
    let call = ["summarize", "--quiet", "--format", "parquet", "--out", "out.parquet", "in.jsonl"];
    assert_ended(&nutgraf(&call, folder.path()), 1, "");
    let file = SerializedFileReader::new(File::open(path("out.parquet")).expect("the output")).expect("Parquet");
    let rows: Vec<_> = file.get_row_iter(None).expect("rows").map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), ROWS);
    for (number, (row, line)) in rows.iter().zip(answers.lines()).enumerate() {
        assert_eq!(row.get_string(7).expect("JSON"), line);
        assert_eq!(row.get_string(0).expect("an id"), &number.to_string());
        let answer: Value = serde_json::from_str(line).expect("JSON");
        let text = |column: usize| row.get_string(column).ok().map(String::as_str);
        assert_eq!((text(2), text(3)), (answer["headline"].as_str(), answer["language"].as_str()));
        assert_eq!((text(5), text(6)), (answer["error"]["code"].as_str(), answer["error"]["message"].as_str()));
        let sentences: Vec<&Field> = row.get_list(4).expect("a list").elements().iter().collect();
        let expected: Vec<Field> = answer["sentences"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|sentence| Field::Str(sentence["text"].as_str().unwrap_or_default().to_owned()))
            .collect();
        assert_eq!(sentences, expected.iter().collect::<Vec<_>>());
    }
    // Pages, one an input, have a row each as well.
    fs::write(path("a.txt"), STORY).expect("to write");
    let whole = ["summarize", "--format", "parquet", "--out", "out.parquet", "a.txt", "a.txt"];
    assert_ended(&nutgraf(&whole, folder.path()), 0, "");
    let file = SerializedFileReader::new(File::open(path("out.parquet")).expect("the output")).expect("Parquet");
    assert_eq!(file.metadata().file_metadata().num_rows(), 2);
    assert_ended(
        &nutgraf(&["summarize", "--quiet", "--format", "parquet", "--out", "/dev/full", "in.jsonl"], folder.path()),
        4,
        "No space",
    );
}
