//! A call that goes on where another one was killed or stopped.

use crate::{STORY, assert_ended, command, error, gzip, lines, names, nutgraf, send, wait_until};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

/// Numbers that look random, from a seed (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) % limit as u64) as usize
    }
}

/// How many articles a checkpoint says are done.
fn done(checkpoint: &Path) -> usize {
    let read = fs::read(checkpoint).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    read.and_then(|state| state["items"].as_u64()).unwrap_or(0) as usize
}

/// `NUTGRAF_KILLS` asks for more than twenty, `NUTGRAF_SEED` for other ones.
#[test]
fn kills_at_random_points_lose_nothing_and_double_nothing() {
    let number = |name: &str, usual: usize| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let (kills, seed) = (number("NUTGRAF_KILLS", 20), number("NUTGRAF_SEED", 1));
    let mut random = Random(seed as u64);
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let count = 25 * kills;
    let text = lines(count);
    let cut = text[..text.len() / 3].rfind('\n').map_or(0, |at| at + 1);
    fs::write(path("first.jsonl"), &text[..cut]).expect("to write");
    fs::write(path("second.jsonl.gz"), gzip(&text.as_bytes()[cut..])).expect("to write");
    // A blank line stands between the inputs, which a call that goes on must not write twice.
    let inputs = ["first.jsonl", "second.jsonl.gz", "third.jsonl"];
    fs::write(path("third.jsonl"), lines(3)).expect("to write");
    let plain = nutgraf(&[&["summarize", "--quiet"], &inputs[..]].concat(), folder.path());
    let call =
        [&["summarize", "--quiet", "--out", "out", "--checkpoint", "at", "--checkpoint-every", "7"], &inputs[..]]
            .concat();
    let mut killed = 0;
    for round in 1..=kills {
        let mut running = command(&call, folder.path()).spawn().expect("to start");
        // At some article on the way, and at any point of the work on it: an answer, a checkpoint, the names.
        let until = count * round / (kills + 1) + random.below(25);
        let late = Duration::from_micros(random.below(3_000) as u64);
        let mut ended = false;
        wait_until("an article", || {
            ended = running.try_wait().expect("a status").is_some();
            ended || done(&path("at")) >= until
        });
        sleep(late);
        running.kill().expect("to kill");
        let output = running.wait_with_output().expect("an end");
        killed += usize::from(output.status.code().is_none());
        assert!(output.status.code().is_none_or(|code| code == 1), "{}", error(&output));
        assert!(!path("out").exists() || fs::read(path("out")).expect("the output") == plain.stdout);
    }
    assert!(killed * 2 > kills, "{killed} of {kills} calls were killed on their way");
    assert_ended(&nutgraf(&call, folder.path()), 1, "");
    assert!(fs::read(path("out")).expect("the output") == plain.stdout, "seed {seed}");
    assert!(!path("at").exists() && !path("out.partial").exists());
}

#[test]
fn a_call_that_was_killed_at_its_very_end_is_finished() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.jsonl"), lines(20)).expect("to write");
    let plain = nutgraf(&["summarize", "--quiet", "in.jsonl"], folder.path());
    let call = ["summarize", "--quiet", "--input", "jsonl", "--out", "out", "--checkpoint", "at"];
    // All is answered and noted, and the input is not at its end.
    let mut running = command(&call, folder.path()).stdin(Stdio::piped()).spawn().expect("to start");
    let mut input = running.stdin.take().expect("its input");
    input.write_all(lines(20).as_bytes()).expect("to write");
    wait_until("the answers", || fs::read(path("out.partial")).is_ok_and(|written| written == plain.stdout));
    send("TERM", &running);
    assert_ended(&running.wait_with_output().expect("an end"), 143, "SIGTERM after 20 articles");
    drop(input);
    let state = fs::read_to_string(path("at")).expect("the checkpoint");
    let complete = state.replace("\"is_complete\":false", "\"is_complete\":true");
    assert_ne!(complete, state);
    for has_its_name in [false, true] {
        fs::write(path("at"), &complete).expect("to write");
        fs::write(path(if has_its_name { "out" } else { "out.partial" }), &plain.stdout).expect("to write");
        let again = command(&call, folder.path()).stdin(fs::File::open(path("in.jsonl")).expect("the input")).output();
        assert_ended(&again.expect("to run"), 1, "");
        assert!(fs::read(path("out")).expect("the output") == plain.stdout);
        assert_eq!(names(folder.path()), ["in.jsonl", "out"]);
    }
}

#[test]
fn a_call_that_was_stopped_goes_on_from_the_last_article() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let text = lines(60);
    let call =
        ["summarize", "--quiet", "--input", "jsonl", "--out", "out", "--checkpoint", "at", "--checkpoint-every", "4"];
    let mut running = command(&call, folder.path()).stdin(Stdio::piped()).spawn().expect("to start");
    let half: String = text.lines().take(31).map(|line| format!("{line}\n")).collect();
    let mut input = running.stdin.take().expect("its input");
    input.write_all(half.as_bytes()).expect("to write");
    wait_until("a checkpoint", || done(&path("at")) >= 28);
    send("INT", &running);
    assert_ended(&running.wait_with_output().expect("an end"), 130, "SIGINT after");
    drop(input);
    assert!(done(&path("at")) >= 28 && path("out.partial").exists() && !path("out").exists());

    fs::write(path("in.jsonl"), &text).expect("to write");
    let from = |input: &str, more: &[&str]| {
        let mut again = command(&[&call[..], more].concat(), folder.path());
        again.stdin(fs::File::open(path(input)).expect("the input")).output().expect("to run")
    };
    // Another call, another input, less of it, and a file that is no checkpoint are refused, and harm nothing.
    assert_ended(&from("in.jsonl", &["--format", "json"]), 2, "another call");
    fs::write(path("other.jsonl"), text.replace("3 lamps", "4 lamps")).expect("to write");
    assert_ended(&from("other.jsonl", &[]), 2, "not what it was");
    let pair = [&["summarize", "--quiet"][..], &call[4..], &["other.jsonl", "in.jsonl"]].concat();
    fs::rename(path("at"), path("kept")).expect("to rename");
    let state = fs::read_to_string(path("kept")).expect("the checkpoint");
    fs::write(path("at"), state.replace("1 inputs", "2 inputs").replace("0 inputs", "2 inputs")).expect("to write");
    assert_ended(&nutgraf(&pair, folder.path()), 2, "other.jsonl: is not what it was");
    assert!(!path("out").exists());
    fs::rename(path("kept"), path("at")).expect("to rename");
    fs::write(path("less.jsonl"), lines(20)).expect("to write");
    assert_ended(&from("less.jsonl", &[]), 2, "fewer articles");
    let at = fs::read(path("at")).expect("the checkpoint");
    fs::write(path("at"), "{").expect("to write");
    assert_ended(&from("in.jsonl", &[]), 2, "no checkpoint");
    fs::write(path("at"), at).expect("to write");

    assert_ended(&from("in.jsonl", &[]), 1, "");
    let plain = nutgraf(&["summarize", "--quiet", "in.jsonl"], folder.path());
    assert!(fs::read(path("out")).expect("the output") == plain.stdout);
    assert_ended(
        &nutgraf(&["summarize", "in.jsonl", "--out", "/dev/null", "--checkpoint", "x"], folder.path()),
        2,
        "is no file",
    );
    for same in ["out", "out.partial"] {
        let call = ["summarize", "in.jsonl", "--out", "out", "--checkpoint", same];
        assert_ended(&nutgraf(&call, folder.path()), 2, "is where the output goes");
    }
    fs::write(path("text.txt"), STORY).expect("to write");
    let whole = ["summarize", "text.txt", "--out", "o", "--checkpoint", "x"];
    assert_ended(&nutgraf(&whole, folder.path()), 2, "is one article");
    assert!(!path("o.partial").exists());
}
