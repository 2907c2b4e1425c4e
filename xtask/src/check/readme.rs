//! The README's copies of files are what the files are: Markdown cannot include one.

use std::fs;

use crate::check::step::{Setting, Verdict};

/// Begins a line that names the file; the copy follows as a block of Rust.
const BEGIN: &str = "<!-- copy of ";

/// The line behind the copy.
const END: &str = "<!-- end of copy -->";

/// Compares every copy with its file; rewrites those that differ with `--fix`.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let path = setting.root.join("README.md");
    if !path.is_file() {
        return Ok(Verdict::NotThereYet("README.md".to_owned()));
    }
    let text = fs::read_to_string(&path).map_err(|error| format!("README.md: {error}"))?;
    let reading = Reading::of(&text, |source| {
        fs::read_to_string(setting.root.join(source)).map_err(|error| error.to_string())
    })?;
    if setting.fix && !reading.differing.is_empty() {
        fs::write(&path, &reading.mended).map_err(|error| format!("README.md: {error}"))?;
        return Ok(Verdict::Passed(format!(
            "rewrote {} of {} copies in README.md",
            reading.differing.len(),
            reading.copies
        )));
    }
    Ok(Verdict::of(
        reading.findings(),
        reading.copies,
        "copies in README.md",
    ))
}

/// What a text holds in copies.
#[derive(Debug, PartialEq, Eq)]
struct Reading {
    /// How many there are.
    copies: usize,
    /// Those that differ: the line of the marker, and the file.
    differing: Vec<(usize, String)>,
    /// The text with every copy as it should be.
    mended: String,
}

impl Reading {
    /// Goes through the text; `file` gives what is in a file, or why it cannot.
    fn of(text: &str, file: impl Fn(&str) -> Result<String, String>) -> Result<Self, String> {
        let mut reading = Self {
            copies: 0,
            differing: Vec::new(),
            mended: String::with_capacity(text.len()),
        };
        let mut lines = (1..).zip(text.split_inclusive('\n'));
        while let Some((number, line)) = lines.next() {
            reading.mended.push_str(line);
            let Some(source) = source(line) else {
                continue;
            };
            let mut ended = false;
            let block: String = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| {
                    ended = line.trim() == END;
                    !ended
                })
                .collect();
            let right = file(source)
                .map(|code| format!("```rust\n{}\n```\n", code.trim_end()))
                .map_err(|error| format!("README.md:{number}: {source}: {error}"))?;
            if !ended {
                // The copy would swallow the rest of the text.
                return Err(format!("README.md:{number}: no `{END}` follows"));
            }
            reading.copies += 1;
            if block != right {
                reading.differing.push((number, source.to_owned()));
            }
            reading.mended.push_str(&right);
            reading.mended.push_str(END);
            reading.mended.push('\n');
        }
        Ok(reading)
    }

    fn findings(&self) -> Vec<String> {
        let finding = |(line, source): &(usize, String)| {
            format!(
                "README.md:{line}: is no longer a copy of {source}; \
                 mend it: cargo xtask check --only readme --fix"
            )
        };
        self.differing.iter().map(finding).collect()
    }
}

/// The file that a marker names, if the line is one.
fn source(line: &str) -> Option<&str> {
    line.trim().strip_prefix(BEGIN)?.strip_suffix(" -->")
}

#[cfg(test)]
mod tests {
    use super::Reading;

    const README: &str = "\
# Title
<!-- copy of a.rs -->
```rust
fn main() {}
```
<!-- end of copy -->
The end.
";

    fn reading(readme: &str, code: &str) -> Result<Reading, String> {
        Reading::of(readme, |source| match source {
            "a.rs" => Ok(code.to_owned()),
            _ => Err("no such file".to_owned()),
        })
    }

    #[test]
    fn a_copy_that_is_one_is_left_alone() {
        let reading = reading(README, "fn main() {}\n").unwrap();
        assert_eq!((reading.copies, reading.findings()), (1, vec![]));
        assert_eq!(reading.mended, README);
    }

    #[test]
    fn a_copy_that_differs_is_found_and_mended() {
        let code = "fn main() {\n    run();\n}\n";
        let found = reading(README, code).unwrap();
        let [finding] = &found.findings()[..] else {
            panic!("{found:?}");
        };
        assert!(finding.starts_with("README.md:2: "), "{finding}");
        assert!(finding.ends_with("--only readme --fix"), "{finding}");
        assert!(found.mended.contains(code) && found.mended.ends_with("The end.\n"));
        assert_eq!(reading(&found.mended, code).unwrap().findings(), [""; 0]);
    }

    #[test]
    fn an_empty_copy_can_be_filled() {
        let empty = "<!-- copy of a.rs -->\n<!-- end of copy -->\n";
        let found = reading(empty, "fn main() {}\n").unwrap();
        assert_eq!(found.differing, [(1, "a.rs".to_owned())]);
        assert!(found.mended.contains("```rust\nfn main() {}\n```\n"));
    }

    #[test]
    fn a_copy_without_an_end_swallows_nothing() {
        let endless = README.replace("<!-- end of copy -->\n", "");
        assert!(reading(&endless, "").unwrap_err().contains("README.md:2: "));
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let other = README.replace("a.rs", "b.rs");
        assert!(reading(&other, "").unwrap_err().contains("b.rs"));
    }
}
