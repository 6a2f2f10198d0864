//! The command line, as a newsroom calls it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::process::Output;

const STORY: &str = "The mayor of Riga opened the new bridge on Monday. It cost 9 million euros, she said. \
    Fishermen from Jurmala protested against the noise. Trains will cross it from May.";

fn nutgraf(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::cargo_bin("nutgraf").expect("the binary");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).write_stdin(input).output().expect("to run")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// One line on standard error, and the status.
fn assert_refused(output: &Output, status: i32, says: &str) {
    let error = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(status), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.contains(says), "{error}");
}

fn lines_of_json(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn several_files_give_a_line_of_json_each_with_its_source() {
    let mut seeds: Vec<String> = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds"))
        .expect("seeds")
        .map(|e| format!("seeds/{}", e.expect("a seed").file_name().to_string_lossy()))
        .collect();
    seeds.sort();
    let arguments: Vec<&str> =
        ["summarize", "--format", "json"].into_iter().chain(seeds.iter().map(String::as_str)).collect();
    let output = nutgraf(&arguments, "");
    assert!(output.status.success() && output.stderr.is_empty());
    let results = lines_of_json(&output);
    assert_eq!(results.len(), 5);
    for (result, seed) in results.iter().zip(&seeds) {
        assert_eq!(result["source"], seed.as_str());
        let text: Vec<u16> = fs::read_to_string(format!("{}/{seed}", env!("CARGO_MANIFEST_DIR")))
            .expect("text")
            .encode_utf16()
            .collect();
        let sentences = result["sentences"].as_array().expect("sentences");
        assert_eq!(sentences.len(), 3);
        for sentence in sentences {
            let (offset, length) = (
                sentence["offset"].as_u64().expect("offset") as usize,
                sentence["length"].as_u64().expect("length") as usize,
            );
            let piece = String::from_utf16(&text[offset..offset + length]).expect("whole characters");
            assert_eq!(sentence["text"], piece.as_str());
        }
    }
}

#[test]
fn lengths_and_types_give_their_numbers_of_sentences() {
    let count = |arguments: &[&str]| {
        let all: Vec<&str> = ["summarize", "--format", "json", "seeds/002_944bb16cfb0cb33f.txt"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        lines_of_json(&nutgraf(&all, ""))[0]["sentences"].as_array().map_or(0, Vec::len)
    };
    assert_eq!([count(&[]), count(&["--length", "medium"]), count(&["--length", "long"])], [3, 5, 7]);
    assert_eq!([count(&["--type", "tldr"]), count(&["--type", "teaser", "--length", "long"])], [1, 5]);
    assert_eq!(count(&["--sentences", "2"]), 2);
    assert!(count(&["--sentences", "9999"]) > 10);
    assert_eq!(count(&["--words", "1"]), 1);
}

#[test]
fn text_and_markdown_are_printed_for_people() {
    let text = stdout(&nutgraf(&["summarize", "--sentences", "1"], STORY));
    assert_eq!(text, "The mayor of Riga opened the new bridge on Monday.\n");
    // What the headline says already is not said again.
    let story = format!("Riga opens its *bridge* at last\n\n{STORY}");
    let markdown = stdout(&nutgraf(&["summarize", "--sentences", "1", "--format", "markdown"], &story));
    assert_eq!(
        markdown,
        "## Riga opens its \\*bridge\\* at last\n\n- Fishermen from Jurmala protested against the noise.\n"
    );
    let tldr = stdout(&nutgraf(&["summarize", "--type", "tldr", "--format", "markdown"], STORY));
    assert_eq!(tldr, "The mayor of Riga opened the new bridge on Monday.\n");
}

#[test]
fn markdown_gives_its_text_without_marks_with_the_result() {
    let markdown = "# Riga opens its *bridge*\n\nThe **mayor** of [Riga](https://riga.example/) opened it on\nMonday.\n\n\
        ## Costs\n\n- It had cost 9 million euros.\n";
    let result = &lines_of_json(&nutgraf(&["summarize", "--format", "json"], markdown))[0];
    let text = result["article"]["text"].as_str().expect("the article's text");
    assert_eq!(
        text,
        "Riga opens its bridge\n\nThe mayor of Riga opened it on Monday.\n\nCosts\n\nIt had cost 9 million euros."
    );
    assert_eq!(result["headline"], "Riga opens its bridge");
    let places: Vec<_> = result["sentences"].as_array().expect("a list").iter().map(|s| &s["offset"]).collect();
    assert_eq!(places, [23, 70]);
    let line = serde_json::json!({ "text": markdown }).to_string();
    let batch = &lines_of_json(&nutgraf(&["summarize", "--input", "jsonl", "--format", "json"], &line))[0];
    assert_eq!(batch["article"]["text"], text);
    let html = stdout(&nutgraf(&["summarize", "--format", "html"], markdown));
    assert!(html.contains("<li>The mayor of Riga opened it on Monday.</li>"), "{html}");
}

#[test]
fn no_line_break_of_the_text_is_shown() {
    let text = "里加市议会周一决定将老市场关\n闭两年，直到市长找到能修屋顶\n的人。工程将耗资三千万欧元，\n其中国家承担三分之一，地区基\n金承担四分之一。\n";
    for format in ["text", "markdown", "html"] {
        let shown = stdout(&nutgraf(&["summarize", "--format", format], text));
        assert!(shown.contains("将老市场关闭两年，直到市长找到能修屋顶的人。"), "{shown}");
    }
    let json = &lines_of_json(&nutgraf(&["summarize", "--format", "json"], text))[0];
    assert!(json["sentences"][0]["text"].as_str().is_some_and(|sentence| text.starts_with(sentence)), "{json}");
}

#[test]
fn a_page_gives_the_articles_text_with_the_result() {
    let page = "www/demo/kremlin-spokesman-declines-to-speculate.html";
    let result = &lines_of_json(&nutgraf(&["summarize", "--format", "json", page], ""))[0];
    let text = result["article"]["text"].as_str().expect("the article's text");
    assert!(text.starts_with("MOSCOW, October 30. /TASS/. Russian President"));
    assert_eq!(
        result["headline"],
        "Kremlin spokesman declines to speculate about peacekeeping mission in Nagorno-Karabakh"
    );
    assert!(result["sentences"][0]["text"].as_str().expect("text").starts_with("Russian President Vladimir Putin"));
}

#[test]
fn jsonl_keeps_order_and_ids_and_loses_nothing() {
    let good = serde_json::json!({ "id": "a", "title": "Riga opens its bridge", "text": STORY, "lang": "en" });
    let page = serde_json::json!({ "id": 7, "html": format!("<article><h1>Bridge</h1><p>{STORY}</p></article>") });
    let input = format!(
        "{good}\nnot json\n\n{page}\n{{\"id\":\"x\"}}\n{{\"id\":\"y\",\"text\":\"\"}}\n{{\"id\":\"z\",\"text\":5}}\n"
    );
    let output = nutgraf(&["summarize", "--format", "json", "--input", "jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let results = lines_of_json(&output);
    let ids: Vec<&Value> = results.iter().map(|r| &r["id"]).collect();
    assert_eq!(
        ids,
        [&Value::from("a"), &Value::Null, &Value::from(7), &Value::from("x"), &Value::from("y"), &Value::from("z")]
    );
    assert_eq!(results[0]["headline"], "Riga opens its bridge");
    assert_eq!((&results[1]["line"], &results[1]["error"]["code"]), (&Value::from(2), &Value::from("bad-input")));
    // The line's number stands beside the message: one number, and that of the file.
    let message = results[1]["error"]["message"].as_str().unwrap_or_default();
    assert!(message.ends_with("at column 2") && !message.contains(" line 1"), "{message}");
    assert!(results[2]["article"]["text"].as_str().is_some_and(|t| t.starts_with("The mayor")));
    assert_eq!(results[4]["error"]["code"], "empty");
    assert_eq!(results[5]["line"], 7);
}

#[test]
fn a_line_that_is_no_utf8_harms_no_other() {
    let line = |id: usize| serde_json::json!({ "id": id, "text": format!("{STORY} Café.") }).to_string().into_bytes();
    let broken = [b"{\"id\": 2, \"text\": \"Caf\xe9".as_slice(), STORY.as_bytes(), b"\"}"].concat();
    for input in ["jsonl", "auto"] {
        for broken_at in 0..3 {
            let mut lines = vec![line(0), line(1)];
            lines.insert(broken_at, broken.clone());
            let mut command = Command::cargo_bin("nutgraf").expect("the binary");
            let arguments = ["summarize", "--sentences", "9", "--format", "json", "--input", input];
            let output = command.args(arguments).write_stdin(lines.join(b"\r\n".as_slice())).output().expect("to run");
            assert_eq!(output.status.code(), Some(1));
            let results = lines_of_json(&output);
            assert_eq!(results.len(), 3);
            for (at, result) in results.iter().enumerate() {
                if at == broken_at {
                    assert_eq!((&result["id"], &result["line"]), (&Value::from(2), &Value::from(at + 1)));
                    assert!(result["error"]["message"].as_str().is_some_and(|m| m.contains("UTF-8 at byte 22")));
                } else {
                    assert!(result["sentences"].as_array().is_some_and(|all| all.iter().any(|s| s["text"] == "Café.")));
                }
            }
        }
    }
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut running = Command::new(assert_cmd::cargo::cargo_bin("nutgraf"))
        .args(["summarize", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("to start");
    let mut input = running.stdin.take().expect("its input");
    let mut output = BufReader::new(running.stdout.take().expect("its output"));
    for id in 0..3 {
        writeln!(input, "{}", serde_json::json!({ "id": id, "text": STORY })).expect("to write");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer");
        assert_eq!(serde_json::from_str::<Value>(&answer).expect("JSON")["id"], id);
    }
    drop(input);
    assert!(running.wait().expect("an end").success());
}

#[test]
fn a_page_is_read_as_one_whatever_it_begins_with() {
    let lines = |input: &str| stdout(&nutgraf(&["summarize", "-"], input));
    let first = format!("{}.", STORY.split('.').next().unwrap_or_default());
    let paragraphs = format!("<p>{STORY}</p><p>{STORY}</p>");
    for page in [
        format!("<!-- saved -->\n<!doctype html>{paragraphs}"),
        format!("<div class=entry>{paragraphs}</div>"),
        paragraphs.clone(),
        format!("<meta charset=utf-8><title>t</title>{paragraphs}"),
    ] {
        assert!(lines(&page).lines().any(|line| line == first), "{page}");
    }
    let mhtml = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>";
    assert_refused(&nutgraf(&["summarize"], mhtml), 2, "MHTML");
}

#[test]
fn a_headline_is_a_piece_of_one_sentence_within_its_words() {
    for (number, length) in ["short", "medium", "long", "short"].into_iter().enumerate() {
        let most = [12, 17, 22, 7][number];
        let words = format!("--words={most}");
        let asked = ["summarize", "--type", "headline", "--format", "json", "--length", length, &words];
        for seed in fs::read_dir("seeds").expect("seeds") {
            let text = fs::read_to_string(seed.expect("a seed").path()).expect("a seed's text");
            // The number of words is what the length gives, but for the last.
            let arguments = if number < 3 { &asked[..7] } else { &asked[..] };
            let result = &lines_of_json(&nutgraf(arguments, &text))[0];
            let sentences = result["sentences"].as_array().expect("sentences");
            let shown = sentences[0]["text"].as_str().expect("text");
            assert!(sentences.len() == 1 && text.contains(shown), "{shown}");
            assert!(
                shown.split_whitespace().count() <= most && result["words"].as_u64() <= Some(most as u64),
                "{shown}"
            );
        }
    }
}

#[test]
fn sentences_and_entities_are_listed_with_their_places() {
    let list =
        |command: &str| -> Vec<Value> { serde_json::from_str(&stdout(&nutgraf(&[command], STORY))).expect("an array") };
    let sentences = list("sentences");
    assert_eq!(sentences.len(), 4);
    assert_eq!((&sentences[1]["offset"], &sentences[1]["length"]), (&Value::from(51), &Value::from(34)));
    let whole = stdout(&nutgraf(&["sentences"], "Riga opens its bridge\n\nRIGA, May 2 (LETA) – It rained. (TASS)\n"));
    let pieces: Vec<Value> = serde_json::from_str(&whole).expect("an array");
    let texts: Vec<&str> = pieces.iter().filter_map(|p| p["text"].as_str()).collect();
    assert_eq!(texts, ["Riga opens its bridge", "RIGA, May 2 (LETA) –", "It rained. (TASS)"]);
    let entities = list("entities");
    let riga = entities.iter().find(|e| e["name"] == "Riga").expect("Riga");
    assert_eq!(
        (&riga["offset"], &riga["length"], &riga["text"]),
        (&Value::from(13), &Value::from(4), &Value::from("Riga"))
    );
    assert!(entities.iter().any(|e| e["text"] == "9 million euros" && e["kind"] == "money"));
}

#[test]
fn bad_input_gives_one_line_and_a_status() {
    assert_refused(&nutgraf(&["summarize"], ""), 2, "there is no text");
    assert_refused(&nutgraf(&["summarize"], " \n\t\n"), 2, "there is no text");
    assert_refused(&nutgraf(&["summarize", "--input", "html"], "<h1>Only a headline</h1>"), 3, "no article");
    assert_refused(&nutgraf(&["summarize", "no/such/file"], ""), 2, "no/such/file: cannot be read");
    assert_refused(&nutgraf(&["summarize", "--sentences", "0"], STORY), 2, "--sentences");
    assert_refused(&nutgraf(&["summarize", "--length", "huge"], STORY), 2, "huge");
    for tag in ["", "de DE", "deutsch-"] {
        assert_refused(&nutgraf(&["summarize", "--lang", tag], STORY), 2, "--lang");
        assert_refused(&nutgraf(&["sentences", "--lang", tag], STORY), 2, "--lang");
    }
    assert!(nutgraf(&["summarize", "--lang", "en_GB"], STORY).status.success());
    assert_refused(&nutgraf(&["summarise"], STORY), 2, "summarise");
    assert_refused(&nutgraf(&[], STORY), 2, "");
    let binary = std::env::temp_dir().join(format!("nutgraf-{}.txt", std::process::id()));
    fs::write(&binary, b"\x89PNG\0\0\0\xff").expect("to write");
    assert_refused(&nutgraf(&["summarize", &binary.to_string_lossy()], ""), 2, "binary data");
    fs::remove_file(&binary).expect("to remove");
}

const SHOP: &str = "<!doctype html><html><head><title>Chairs</title><meta property='og:type' content='product'>\
    <script type='application/ld+json'>{\"@type\": \"Product\"}</script></head><body><main><h1>A blue chair of ash</h1>\
    <span>49.00 €</span><form action='/cart'><input name=n><button>Add to cart</button></form><p>This chair of solid ash \
    carries 120 kilos and was painted by hand in our workshop at the harbour.</p><h2>Specifications</h2><table><tr>\
    <td>Height</td><td>80 cm</td></tr></table><h2>You may also like</h2><ul><li><a href=/p/2>A red chair</a> <span>39.00 €\
    </span></li><li><a href=/p/3>A green chair</a> <span>35.00 €</span></li></ul></main>";

#[test]
fn a_page_that_looks_like_no_article_is_named_and_read_when_asked() {
    for command in ["summarize", "extract"] {
        let call = |more: &[&str]| nutgraf(&[&[command, "--format", "json"], more].concat(), SHOP);
        let refused = call(&[]);
        assert_refused(&refused, 3, "this looks like a product page");
        let error = &lines_of_json(&refused)[0]["error"];
        assert_eq!((&error["code"], &error["page"]["kind"]), (&"no-article".into(), &"product".into()));
        let read = call(&["--any-page"]);
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        let result = &lines_of_json(&read)[0];
        let page = if command == "extract" { result } else { &result["page"] };
        assert_eq!(page["kind"], "product");
        assert!(page["confidence"].as_f64().is_some_and(|sure| sure > 0.5 && sure <= 1.0), "{page}");
    }
    assert_refused(&nutgraf(&["sentences"], SHOP), 3, "product page");
    assert!(nutgraf(&["sentences", "--any-page"], SHOP).status.success());
    let line = serde_json::json!({ "id": 7, "html": SHOP }).to_string();
    let batch = nutgraf(&["summarize", "--input", "jsonl", "--format", "json"], &line);
    assert_eq!(batch.status.code(), Some(1));
    assert_eq!(lines_of_json(&batch)[0]["error"]["page"]["kind"], "product");
    assert!(lines_of_json(&nutgraf(&["summarize", "--format", "json"], STORY))[0].get("page").is_none());
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let output = nutgraf(&["summarize", "--format", "json", "no/such/file", "seeds/000_f6ab9ad36a2b0a51.txt"], "");
    assert_refused(&output, 1, "no/such/file");
    assert_eq!(lines_of_json(&output).len(), 1);
}

#[test]
fn strange_text_is_survived() {
    for text in [
        "Hello".to_owned(),
        "One sentence is here.".to_owned(),
        "word ".repeat(5_000),
        "قال الوزير إن المحادثات ستستمر. ثم غادر المدينة. لم يعلق أحد على ذلك.".to_owned(),
        format!("{STORY} <script>alert(1)</script> \0 {STORY}"),
    ] {
        let output = nutgraf(&["summarize", "--format", "json"], &text);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_refused(&nutgraf(&["summarize"], &"a".repeat(10_000_000)), 3, "no article");
}

#[test]
fn html_is_an_element_with_the_summary_inside_and_nothing_of_the_text_is_markup() {
    let page = "<!doctype html><html lang=da><article><h1>Bro</h1><p>Riga har &lt;script&gt; fået en ny bro, \
        siger borgmesteren i byen.</p><p>Den kostede 9 millioner euro, og fiskerne klager over larmen.</p></article>";
    let shown = stdout(&nutgraf(&["summarize", "--input", "html", "--format", "html"], page));
    assert!(shown.starts_with("<nut-graf type=\"key-points\" length=\"short\">\n"), "{shown}");
    assert!(shown.contains("<summary lang=\"da\">Har du ikke tid til at læse? Få et resumé</summary>"), "{shown}");
    assert!(shown.contains("<li>Riga har &lt;script&gt; fået en ny bro, siger borgmesteren i byen.</li>"), "{shown}");
    assert_eq!(shown.matches("<script").count(), 1, "{shown}");
    let data = shown.split_once("json\">").and_then(|(_, rest)| rest.split_once("</script>")).expect("data").0;
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["summary"]["sentences"].as_array().map(Vec::len), Some(2));
    assert!(data["hash"].is_u64());
}

/// What an example prints for a seed.
fn example(name: &str, file: &str) -> String {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(["run", "--quiet", "--features", "cli", "--example", name, "--", file]);
    let output = command.output().expect("to run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    stdout(&output)
}

#[test]
fn the_examples_of_the_library_do_what_they_say() {
    const SEED: &str = "seeds/002_944bb16cfb0cb33f.txt";
    let summary = nutgraf(&["summarize", SEED], "");
    let printed = example("summarize_file", SEED);
    assert!(stdout(&summary).lines().all(|sentence| printed.contains(&format!("- {sentence}\n"))), "{printed}");

    let page: Value =
        serde_json::from_str(&example("summarize_page", "www/demo/kremlin-spokesman-declines-to-speculate.html"))
            .expect("JSON");
    assert_eq!(page["sentences"].as_array().map(Vec::len), Some(3));

    let budgets = example("custom_budget", SEED);
    let words: Vec<usize> = budgets
        .lines()
        .map(|line| line.split(['(', ' ']).nth(2).and_then(|words| words.parse().ok()).expect("a number of words"))
        .collect();
    assert!(words.len() == 3 && words[0] <= 12 && words[1] < words[2] && words[2] >= 80, "{budgets}");

    let entities = example("entities", SEED);
    assert!(entities.contains(" (person): ") && entities.contains(" (date): "), "{entities}");
}
