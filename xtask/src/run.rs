//! Runs other programs from the project's root.

use crate::{Outcome, root};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// A command that starts in the project's root.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Cargo, in the version that runs this program.
pub fn cargo(arguments: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), arguments)
}

/// Runs a command to its end and shows its output.
pub fn check(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| format!("{} does not start: {error}.", name(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed.", line(command))) }
}

/// Runs a command to its end without showing its output. If it fails, its error output is part of the error.
pub fn quiet(command: &mut Command) -> Outcome<()> {
    let output = command.output().map_err(|error| format!("{} does not start: {error}.", name(command)))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{}\n{} failed.", String::from_utf8_lossy(&output.stderr).trim_end(), line(command)))
}

/// Runs a command to its end and returns its output.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{} does not start: {error}.", name(command)))?;
    if !output.status.success() {
        return Err(format!("{} failed.", line(command)));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} does not print text.", name(command)))
}

/// Runs a command to its end, prints every line of its output and passes it to `each`. Returns whether it succeeded.
pub fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} does not start: {error}.", name(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            each(&line);
        }
    }
    let status = child.wait().map_err(|error| format!("{} was lost: {error}.", name(command)))?;
    Ok(status.success())
}

/// The command as a person would type it.
pub fn line(command: &Command) -> String {
    let words = command.get_args().map(|word| word.to_string_lossy());
    std::iter::once(name(command).into()).chain(words).collect::<Vec<_>>().join(" ")
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
