//! The project's chores, run as `cargo xtask <name>`. Each has its own module.

use std::process::ExitCode;
use xtask::{Outcome, bench, build, check, serve};

const HELP: &str = "\
cargo xtask serve [--port N]   build the page, serve it on this machine and open it
cargo xtask test               run every check and every test
cargo xtask dist               build dist/ and print what everything in it weighs
cargo xtask bench [DRAWS...]   measure the engine and the links against their baselines
cargo xtask bench page         measure the page in Chromium beside React, SurveyJS and formio.js";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome<()> {
    match arguments {
        ["serve"] => serve::serve(0),
        ["serve", "--port", port] => serve::serve(port.parse().map_err(|_| format!("{port} is no port."))?),
        ["test"] => check::test(),
        ["dist"] => build::dist::dist(),
        ["bench", "page"] => bench::page::page(),
        ["bench", rest @ ..] => bench::bench(rest),
        // Called by Trunk when it has built the page: see Trunk.toml.
        ["bundle"] => build::finish(),
        _ => Err(HELP.to_owned()),
    }
}
