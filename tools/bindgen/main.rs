//! As much of the `wasm-bindgen` command as a build needs: the library that the command is made of, without its test
//! runner, builds in a fifth of the time. scripts/setup writes the manifest, so that Cargo.toml alone pins the version.
//!
//!   wasm-bindgen --target web [--out-name NAME] [--omit-default-module-path] [--remove-producers-section]
//!                [--no-demangle] --out-dir DIR INPUT.wasm

use std::env;
use std::error::Error;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.typescript(true);
    let (mut input, mut directory) = (None, None);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--version" => {
                println!("wasm-bindgen {}", env!("CARGO_PKG_VERSION"));
                return Ok(());
            }
            "--target" => match value()?.as_str() {
                "web" => drop(bindgen.web(true)?),
                other => return Err(format!("--target {other} needs the whole command: scripts/setup test").into()),
            },
            "--out-name" => drop(bindgen.out_name(&value()?)),
            "--out-dir" => directory = Some(value()?),
            "--omit-default-module-path" => drop(bindgen.omit_default_module_path(true)),
            "--remove-producers-section" => drop(bindgen.remove_producers_section(true)),
            "--no-demangle" => drop(bindgen.demangle(false)),
            option if option.starts_with('-') => {
                return Err(format!("{option} needs the whole command: scripts/setup test").into());
            }
            _ => input = Some(argument),
        }
    }
    let input = input.ok_or("which .wasm?")?;
    bindgen.input_path(input).generate(directory.ok_or("--out-dir is missing")?)?;
    Ok(())
}
