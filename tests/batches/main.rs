//! Batches of the command line: nothing is lost and nothing is there twice, whatever happens to the call.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

mod checkpoint;
mod stops;

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::yield_now;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const STORY: &str = "The mayor of Riga opened the new bridge on Monday. It cost 9 million euros, she said. \
    Fishermen from Jurmala protested against the noise. Trains will cross it from May.";

/// Long enough for the slowest machine; what is waited for comes in a moment.
const PATIENCE: Duration = Duration::from_secs(120);

fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("nutgraf"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn nutgraf(arguments: &[&str], folder: &Path) -> Output {
    command(arguments, folder).output().expect("to run")
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// One line on standard error, and the status.
fn assert_ended(output: &Output, status: i32, says: &str) {
    let error = error(output);
    assert_eq!(output.status.code(), Some(status), "{error}");
    assert_eq!(error.lines().count(), usize::from(!says.is_empty()), "{error}");
    assert!(error.contains(says), "{error}");
}

/// Lines, each thirteenth a bad one.
fn lines(count: usize) -> String {
    let line = |n: usize| match n % 13 {
        12 => format!("no JSON {n}\n"),
        _ => format!("{}\n", json!({ "id": n, "text": format!("{STORY} The bridge has {n} lamps.") })),
    };
    (0..count).map(line).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < PATIENCE, "{what}");
        yield_now();
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("to write");
    encoder.finish().expect("an end")
}

/// A signal, from the shell.
fn send(signal: &str, to: &Child) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{signal} {}", to.id())]).status().expect("to send");
    assert!(sent.success());
}

#[test]
fn bad_lines_are_answered_in_place_and_counted_at_the_end() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("in.jsonl"), lines(40)).expect("to write");
    let output = nutgraf(&["summarize", "--format", "json", "in.jsonl"], folder.path());
    assert_ended(&output, 1, "3 of 40 articles have no summary");
    let answers: Vec<Value> =
        output.stdout.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect();
    assert_eq!(answers.len(), 40);
    for (n, answer) in answers.iter().enumerate() {
        if n % 13 == 12 {
            assert_eq!(answer["line"], n + 1);
        } else {
            assert_eq!(answer["id"], n);
        }
    }
    let quiet = nutgraf(&["summarize", "--quiet", "--format", "json", "in.jsonl"], folder.path());
    assert_ended(&quiet, 1, "");
    assert_eq!(quiet.stdout, output.stdout);
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let folder = TempDir::new().expect("a folder");
    for id in ["12345678901234567890123", "1.50", "[1, {\"b\": 2, \"a\": 1}]", "\"\\u00e9\"", "\"x\"", "false"] {
        for text in [STORY, ""] {
            let line = format!("{{\"text\": {}, \"id\": {id}}}", json!(text));
            fs::write(folder.path().join("in.jsonl"), line).expect("to write");
            let output = nutgraf(&["summarize", "--format", "json", "in.jsonl"], folder.path());
            let answer = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
        }
    }
}

#[test]
fn a_line_that_is_too_long_is_an_error_in_its_place() {
    let folder = TempDir::new().expect("a folder");
    let long = json!({ "id": "long", "text": "x".repeat(17 << 20) });
    fs::write(folder.path().join("in.jsonl"), format!("{}{long}\n{}", lines(2), lines(1))).expect("to write");
    let output = nutgraf(&["summarize", "--format", "json", "in.jsonl"], folder.path());
    assert_ended(&output, 1, "1 of 4");
    let answers = String::from_utf8_lossy(&output.stdout).into_owned();
    let third: Value = answers.lines().nth(2).and_then(|line| serde_json::from_str(line).ok()).expect("JSON");
    assert_eq!((&third["line"], &third["error"]["code"]), (&Value::from(3), &Value::from("bad-input")));
}

#[test]
fn compressed_input_is_read_as_what_it_holds() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let text = lines(100);
    let (first, second) = text.split_at(text.len() / 2);
    fs::write(path("plain.jsonl"), &text).expect("to write");
    fs::write(path("one.jsonl.gz"), [gzip(first.as_bytes()), gzip(second.as_bytes())].concat()).expect("to write");
    let frame =
        |text: &str| ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    fs::write(path("two.jsonl.zst"), [frame(first), frame(second)].concat()).expect("to write");
    fs::copy(path("two.jsonl.zst"), path("without-a-name")).expect("to copy");
    let plain = nutgraf(&["summarize", "--format", "json", "plain.jsonl"], folder.path());
    for name in ["one.jsonl.gz", "two.jsonl.zst", "without-a-name"] {
        let output = nutgraf(&["summarize", "--format", "json", name], folder.path());
        assert_ended(&output, 1, "7 of 100");
        assert!(output.stdout == plain.stdout, "{name}");
    }
    let whole = fs::read(path("one.jsonl.gz")).expect("to read");
    fs::write(path("cut.jsonl.gz"), &whole[..whole.len() - 9]).expect("to write");
    let output = nutgraf(&["summarize", "--format", "json", "cut.jsonl.gz"], folder.path());
    assert_ended(&output, 2, "cannot be read to the end");
    fs::write(path("page.html.gz"), gzip(format!("<article><p>{STORY}</p></article>").as_bytes())).expect("to write");
    let page = nutgraf(&["extract", "page.html.gz"], folder.path());
    assert!(String::from_utf8_lossy(&page.stdout).contains("The mayor of Riga"), "{}", error(&page));
}

#[test]
fn a_folder_is_read_page_by_page_in_order() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let page = |n: usize| format!("<article><h1>Bridge {n}</h1><p>{STORY}</p><p>{STORY} {n}</p></article>");
    fs::create_dir_all(path("site/b/c")).expect("folders");
    for (n, name) in ["site/a.html", "site/b/c/one.htm", "site/b/two.xhtml", "site/z.html"].into_iter().enumerate() {
        fs::write(path(name), page(n)).expect("to write");
    }
    fs::write(path("site/b/three.html.gz"), gzip(page(9).as_bytes())).expect("to write");
    fs::write(path("site/style.css"), "p { color: red }").expect("to write");
    fs::write(path("site/note.txt"), STORY).expect("to write");
    fs::write(path("site/empty.html"), "").expect("to write");
    symlink("nowhere", path("site/link.html")).expect("a link");
    symlink("../site", path("site/circle.html")).expect("a link");
    let output = nutgraf(&["summarize", "--format", "json", "site"], folder.path());
    let answers: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let shown: Vec<(&str, bool)> =
        answers.iter().map(|a| (a["source"].as_str().expect("a name"), a.get("error").is_some())).collect();
    let expected = [
        ("site/a.html", false),
        ("site/b/c/one.htm", false),
        ("site/b/three.html.gz", false),
        ("site/b/two.xhtml", false),
        ("site/empty.html", true),
        ("site/link.html", true),
        ("site/z.html", false),
    ];
    assert_eq!(shown, expected);
    assert_ended(&output, 1, "2 of 7 articles");
    let texts = nutgraf(&["summarize", "--input", "text", "site"], folder.path());
    assert!(String::from_utf8_lossy(&texts.stdout).starts_with("== site/note.txt\nThe mayor"), "{}", error(&texts));
    fs::create_dir(path("none")).expect("a folder");
    assert_ended(&nutgraf(&["summarize", "none"], folder.path()), 2, "none: there is no page");
    assert_ended(&nutgraf(&["summarize", "--input", "jsonl", "site"], folder.path()), 2, "site: is a folder");
    assert_ended(&nutgraf(&["extract", "site"], folder.path()), 2, "is a folder");
}

#[test]
fn out_is_there_whole_or_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.jsonl"), lines(30)).expect("to write");
    let plain = nutgraf(&["summarize", "--format", "json", "in.jsonl"], folder.path());
    let to_file = ["summarize", "--quiet", "--format", "json", "--out", "out.jsonl"];
    let call = |inputs: &[&str]| nutgraf(&[&to_file[..], inputs].concat(), folder.path());
    assert_ended(&call(&["in.jsonl"]), 1, "");
    assert!(fs::read(path("out.jsonl")).expect("the output") == plain.stdout);
    // What cannot be read leaves the old one, and nothing beside it.
    fs::write(path("cut.gz"), &gzip(lines(30).as_bytes())[..200]).expect("to write");
    assert_ended(&call(&["cut.gz"]), 2, "cannot be read to the end");
    assert_ended(&call(&["missing"]), 2, "missing");
    assert!(fs::read(path("out.jsonl")).expect("the output") == plain.stdout);
    assert_eq!(names(folder.path()), ["cut.gz", "in.jsonl", "out.jsonl"]);
    assert_ended(&nutgraf(&["summarize", "in.jsonl", "--out", "no/such/folder"], folder.path()), 4, "cannot write");
    assert_ended(&nutgraf(&["summarize", "in.jsonl", "--out", "."], folder.path()), 4, "cannot write");
    assert_ended(&nutgraf(&["summarize", "in.jsonl", "--checkpoint", "c"], folder.path()), 2, "--out");
}

#[test]
fn links_and_permissions_of_the_output_stay() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.txt"), STORY).expect("to write");
    fs::write(path("real"), "old").expect("to write");
    fs::set_permissions(path("real"), fs::Permissions::from_mode(0o640)).expect("to set");
    symlink("real", path("link")).expect("a link");
    assert_ended(&nutgraf(&["summarize", "in.txt", "--out", "link"], folder.path()), 0, "");
    assert!(path("link").is_symlink());
    assert!(fs::read_to_string(path("real")).expect("the output").starts_with("The mayor"));
    assert_eq!(fs::metadata(path("real")).expect("it").permissions().mode() & 0o777, 0o640);
    assert_ended(&nutgraf(&["summarize", "in.txt", "--out", "/dev/stdout"], folder.path()), 0, "");
}
