//! What the command line asked for.

use std::str::FromStr;

use crate::arguments::Arguments;

/// Enough to meet most of what a change breaks; ten times as many take three times as long.
const EXAMPLES: u32 = 50;

/// The same for everybody, so that a failure of one is a failure of all.
const SEED: u64 = 1;

/// The options of `cargo xtask sim fuzz`.
#[derive(Debug)]
pub(super) struct Options {
    /// How many requests of its own invention schemathesis makes for an operation, at most.
    pub(super) examples: u32,
    /// What the inventions follow from.
    pub(super) seed: u64,
    /// The ids of the operations that are wanted; none for all.
    pub(super) only: Vec<String>,
}

impl Options {
    /// Reads the command line.
    pub(super) fn parse(given: &[String]) -> Result<Self, String> {
        let mut arguments = Arguments::new(given);
        let examples = number(&mut arguments, "--examples")?.unwrap_or(EXAMPLES);
        let seed = number(&mut arguments, "--seed")?.unwrap_or(SEED);
        let only = arguments.values("--only")?;
        arguments.nothing_more()?;
        if examples == 0 {
            return Err("--examples wants at least 1".to_owned());
        }
        Ok(Self {
            examples,
            seed,
            only: only
                .iter()
                .flat_map(|names| names.split(','))
                .map(str::to_owned)
                .collect(),
        })
    }

    /// The command that runs these operations again, all if there are none.
    pub(super) fn command(&self, only: &[String]) -> String {
        let mut words = vec!["cargo xtask sim fuzz".to_owned()];
        if !only.is_empty() {
            words.push(format!("--only {}", only.join(",")));
        }
        if self.examples != EXAMPLES {
            words.push(format!("--examples {}", self.examples));
        }
        if self.seed != SEED {
            words.push(format!("--seed {}", self.seed));
        }
        words.join(" ")
    }
}

/// The last number given to an option.
fn number<N: FromStr>(arguments: &mut Arguments, name: &str) -> Result<Option<N>, String> {
    let given = arguments.values(name)?.pop();
    given
        .map(|text| {
            let wrong = |_| format!("{name} wants a number, and `{text}` is none or too large");
            text.parse().map_err(wrong)
        })
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, Options, SEED};

    fn options(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words)
    }

    #[test]
    fn without_options_everything_is_tried_with_the_usual_seed() {
        let given = options("").unwrap();
        assert_eq!((given.examples, given.seed), (EXAMPLES, SEED));
        assert!(given.only.is_empty());
        assert_eq!(given.command(&given.only), "cargo xtask sim fuzz");
    }

    #[test]
    fn operations_are_named_one_by_one_or_with_commas() {
        let given = options("--only getUser,listUsers --only=createUser").unwrap();
        assert_eq!(given.only, ["getUser", "listUsers", "createUser"]);
    }

    #[test]
    fn the_command_that_repeats_a_run_has_its_options() {
        let given = options("--examples 9 --only getUser --seed=7").unwrap();
        assert_eq!(
            given.command(&given.only),
            "cargo xtask sim fuzz --only getUser --examples 9 --seed 7"
        );
    }

    #[test]
    fn what_is_no_number_of_examples_is_refused() {
        for line in [
            "--examples",
            "--examples 0",
            "--examples many",
            "--seed -1",
            "more",
        ] {
            assert!(options(line).is_err(), "{line}");
        }
    }
}
