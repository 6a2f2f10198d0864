//! Prints the bytes of code by source file: `nutgraf-size MODULE.wasm SOURCE_FOLDER`, with the ranges to read on standard
//! input, a start and an end a line, counted from the start of the code section.
//!
//! A byte belongs to the innermost function of `SOURCE_FOLDER` that the compiler put there, so that what the standard
//! library's generic code became in a room counts there. What none of them called for counts as its own file.
use std::collections::BTreeMap;
use std::error::Error;

/// What has no line: the heads of functions.
const UNKNOWN: &str = "?";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, sources] = arguments.as_slice() else {
        return Err("two arguments: MODULE.wasm SOURCE_FOLDER".into());
    };
    let mut ranges = Vec::new();
    for line in std::io::stdin().lines() {
        let line = line?;
        let (start, end) = line.split_once(' ').ok_or("a line must be a start and an end")?;
        ranges.push(start.parse::<u64>()?..end.parse::<u64>()?);
    }
    let lines = addr2line::Loader::new(module).map_err(|error| error.to_string())?;
    let mut bytes: BTreeMap<String, usize> = BTreeMap::new();
    let mut last = UNKNOWN.to_owned();
    for address in ranges.into_iter().flatten() {
        let mut frames = lines.find_frames(address).map_err(|error| error.to_string())?;
        let mut innermost: Option<String> = None;
        let mut ours = None;
        while let Some(frame) = frames.next().map_err(|error| error.to_string())? {
            let Some(file) = frame.location.as_ref().and_then(|location| location.file) else { continue };
            if let Some(room) = file.strip_prefix(sources.as_str()) {
                ours = Some(format!("src{room}"));
                break;
            }
            innermost.get_or_insert_with(|| file.to_owned());
        }
        // An instruction without a line goes with the one before it.
        if let Some(file) = ours.or(innermost) {
            last = file;
        }
        match bytes.get_mut(&last) {
            Some(count) => *count += 1,
            None => {
                bytes.insert(last.clone(), 1);
            }
        }
    }
    for (file, count) in bytes {
        println!("{count}\t{file}");
    }
    Ok(())
}
