//! The ends that a call does not choose: a full disk, a reader that goes, a signal.

use crate::{STORY, assert_ended, command, lines, names, send, wait_until};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

#[test]
fn a_full_disk_is_one_line_and_a_status() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("in.jsonl"), lines(300)).expect("to write");
    let binary = assert_cmd::cargo::cargo_bin("nutgraf").to_string_lossy().into_owned();
    let shell = |script: &str| {
        let mut shell = Command::new("sh");
        shell.current_dir(folder.path()).args(["-c", script, &binary]).output().expect("to run")
    };
    if Path::new("/dev/full").exists() {
        for command in ["summarize in.jsonl", "summarize in.jsonl --out /dev/full", "sentences ../dev/null"] {
            let full = shell(&format!("\"$0\" {command} > /dev/full"));
            let (status, says) =
                if command.starts_with("sentences") { (2, "cannot be read") } else { (4, "No space left") };
            assert_ended(&full, status, says);
        }
    }
    // A limit of 8 KiB stands for the disk.
    let limited = |more: &str| {
        shell(&format!("trap '' XFSZ; ulimit -f 16; exec \"$0\" summarize --quiet in.jsonl --out out {more}"))
    };
    assert_ended(&limited(""), 4, "cannot write the output");
    assert_eq!(names(folder.path()), ["in.jsonl"]);
    // With a checkpoint the call goes on when there is room again.
    assert_ended(&limited("--checkpoint at --checkpoint-every 5"), 4, "cannot write the output");
    assert_eq!(names(folder.path()), ["at", "in.jsonl", "out.partial"]);
    let on = shell("\"$0\" summarize --quiet in.jsonl --out out --checkpoint at --checkpoint-every 5");
    assert_ended(&on, 1, "");
    let plain = shell("\"$0\" summarize --quiet in.jsonl");
    assert!(fs::read(folder.path().join("out")).expect("the output") == plain.stdout);
    assert_eq!(names(folder.path()), ["in.jsonl", "out"]);
}

#[test]
fn a_reader_that_goes_is_no_error() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("in.jsonl"), lines(2_000)).expect("to write");
    let mut running = command(&["summarize", "--format", "json", "in.jsonl"], folder.path()).spawn().expect("to start");
    drop(running.stdout.take());
    assert_ended(&running.wait_with_output().expect("an end"), 0, "");
}

#[test]
fn a_signal_ends_the_call_with_one_line_and_whole_answers() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let folder = TempDir::new().expect("a folder");
        // Standard input stays open: the call waits for it.
        let start =
            |arguments: &[&str]| command(arguments, folder.path()).stdin(Stdio::piped()).spawn().expect("to start");
        let mut running = start(&["summarize", "--format", "json", "--input", "jsonl"]);
        let mut input = running.stdin.take().expect("its input");
        writeln!(input, "{}", json!({ "id": 1, "text": STORY })).expect("to write");
        let mut output = BufReader::new(running.stdout.take().expect("its output"));
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer");
        send(signal, &running);
        output.read_to_string(&mut answer).expect("the rest");
        assert!(answer.ends_with("}\n") && answer.lines().count() == 1, "{answer}");
        assert_ended(&running.wait_with_output().expect("an end"), status, &format!("SIG{signal} after 1 articles"));

        // A call that waits for a text, with an output that is not begun.
        drop(input);
        let mut running = start(&["summarize", "--out", "out"]);
        let input = running.stdin.take();
        wait_until("the temporary file", || names(folder.path()).len() == 1);
        send(signal, &running);
        assert_ended(&running.wait_with_output().expect("an end"), status, &format!("SIG{signal}"));
        drop(input);
        assert!(names(folder.path()).is_empty());
    }
}
