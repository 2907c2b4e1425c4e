//! Writes recorded exchanges for other tools:
//! `cargo run -p eloomi-replay --example export -- --har FILE|--json FILE [--only GLOB] [--force] FOLDER`.
//!
//! `--har` writes one HAR 1.2 document, `--json` one line of JSON for each exchange; `-` as FILE
//! is standard output. `--only` chooses by the path below FOLDER, such as `exchanges/users/*`:
//! `*` stays within a folder, `**` does not. What lies in `live/` is left out, since it is no part
//! of the repository. A file that is there already is left alone, unless `--force` is given.

mod har;
mod json_lines;
mod options;
mod target;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use eloomi_replay::{Exchange, ExchangeFile};
use glob::{MatchOptions, Pattern};

use options::{Form, Options};

/// Recordings of a real tenant, which git does not know.
const LIVE: &str = "live/";

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let options = match Options::parse(&given) {
        Ok(options) => options,
        Err(complaint) => {
            eprintln!("error: {complaint}");
            return ExitCode::from(2);
        }
    };
    match export(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn export(options: &Options) -> Result<(), Box<dyn Error>> {
    let files = chosen(Exchange::load_dir(&options.folder)?, &options.only)?;
    if files.is_empty() {
        let (only, folder) = (&options.only, &options.folder);
        return Err(format!("no exchange below {folder} fits {only}").into());
    }
    let text = match options.form {
        Form::Har => har::document(&files),
        Form::JsonLines => json_lines::lines(&files),
    };
    target::write(&options.target, &text, options.force)?;
    // Standard output may be what is written to.
    eprintln!("{} exchanges", files.len());
    Ok(())
}

/// Those that are wanted, in the order of their paths.
fn chosen(mut files: Vec<ExchangeFile>, only: &str) -> Result<Vec<ExchangeFile>, Box<dyn Error>> {
    let pattern = Pattern::new(only).map_err(|error| format!("--only: {error}"))?;
    let options = MatchOptions {
        require_literal_separator: true,
        ..MatchOptions::new()
    };
    files.retain(|file| !file.name.starts_with(LIVE) && pattern.matches_with(&file.name, options));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use eloomi_replay::{Exchange, ExchangeFile};

    use super::chosen;

    const TEXT: &str = include_str!("../../tests/exchanges/users/delete-204.exchange");

    /// The exchanges of this repository.
    pub(crate) fn committed() -> Vec<ExchangeFile> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");
        let mut files = chosen(Exchange::load_dir(folder).unwrap(), "**/*").unwrap();
        files.extend(
            Exchange::load_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exchanges")).unwrap(),
        );
        files
    }

    fn names(only: &str) -> Vec<String> {
        let names = [
            "exchanges/users/get",
            "exchanges/users/a/b",
            "live/users/get",
        ];
        let file = |name: &str| {
            let name = format!("{name}.exchange");
            ExchangeFile::new(name, TEXT.parse().unwrap())
        };
        let files = chosen(names.map(file).into(), only).unwrap();
        files.into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn one_star_stays_within_a_folder_and_two_do_not() {
        assert_eq!(names("exchanges/users/*"), ["exchanges/users/get.exchange"]);
        assert_eq!(names("exchanges/**").len(), 2);
        assert!(chosen(Vec::new(), "[").is_err());
    }

    #[test]
    fn live_recordings_are_never_exported() {
        assert!(names("**/*").iter().all(|name| !name.starts_with("live/")));
        assert!(names("live/**").is_empty());
    }
}
