//! What the command line asked for.

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Har,
    JsonLines,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) form: Form,
    /// The file to write; `-` for standard output.
    pub(crate) target: String,
    /// A pattern of paths.
    pub(crate) only: String,
    pub(crate) force: bool,
    pub(crate) folder: String,
}

impl Options {
    pub(crate) fn parse(given: &[String]) -> Result<Self, String> {
        let mut targets = Vec::new();
        let mut only = None;
        let mut force = false;
        let mut folders = Vec::new();
        let mut words = given.iter();
        while let Some(word) = words.next() {
            let mut value = || {
                let value = words.next().filter(|value| !value.starts_with("--"));
                value.cloned().ok_or(format!("{word} wants a value"))
            };
            match word.as_str() {
                "--har" => targets.push((Form::Har, value()?)),
                "--json" => targets.push((Form::JsonLines, value()?)),
                "--only" => only = Some(value()?),
                "--force" => force = true,
                word if word.starts_with("--") => return Err(format!("unknown option {word}")),
                folder => folders.push(folder.to_owned()),
            }
        }
        let [(form, target)] = &targets[..] else {
            return Err("wanted is one of --har FILE and --json FILE".to_owned());
        };
        let [folder] = &folders[..] else {
            return Err("wanted is one folder".to_owned());
        };
        Ok(Self {
            form: *form,
            target: target.clone(),
            only: only.unwrap_or_else(|| "**/*".to_owned()),
            force,
            folder: folder.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Options};

    fn options(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words)
    }

    #[test]
    fn everything_is_exported_unless_a_pattern_says_less() {
        let given = options("--har a.har fixtures").unwrap();
        assert_eq!((given.form, given.target.as_str()), (Form::Har, "a.har"));
        assert_eq!((given.only.as_str(), given.force), ("**/*", false));
        let given = options("--only users/* --json - --force fixtures").unwrap();
        assert_eq!((given.form, given.target.as_str()), (Form::JsonLines, "-"));
        assert_eq!((given.only.as_str(), given.force), ("users/*", true));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in [
            "fixtures",
            "--har a --json b fixtures",
            "--har --force fixtures",
            "--har a",
            "--har a fixtures more",
            "--har a --yaml fixtures",
        ] {
            assert!(options(line).is_err(), "{line}");
        }
    }
}
