//! What is compared: the outcome of calls, the slots, and what the server saw.

use std::{
    error::Error as _,
    fmt::{Display, Write as _},
    iter,
};

use eloomi::{Client, Error};

use super::{Axis, asked::CANARIES};

/// Around what one process has to show and another compares.
pub(super) const BEGIN: &str = "-- what is shown begins --";
pub(super) const END: &str = "-- what is shown ends --";

/// A text for the snapshot.
pub(crate) struct Shown(String);

impl Shown {
    pub(crate) fn new() -> Self {
        Self(String::new())
    }

    /// Another case begins.
    pub(crate) fn case(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.line(format_args!("# {name}"));
        }
    }

    pub(crate) fn line(&mut self, line: impl Display) {
        let _ = writeln!(self.0, "{line}");
    }

    /// Puts a word in the place of what differs from run to run, such as a port.
    pub(crate) fn rename(&mut self, changing: &str, word: &str) {
        self.0 = self.0.replace(changing, word);
    }

    /// Prints it for the process that [started](super::elsewhere) this one.
    pub(crate) fn hand_over(&self) {
        println!("{BEGIN}\n{}{END}", self.0);
    }

    /// What a caller gets, and that no word of it tells of a person or a secret.
    pub(crate) fn outcome(&mut self, outcome: &Result<String, Error>) {
        match outcome {
            Ok(value) => self.line(value),
            Err(error) => self.error(error),
        }
    }

    /// That an error, or one of its causes, says these words.
    pub(crate) fn says(&mut self, outcome: &Result<String, Error>, words: Option<&str>) {
        if let (Err(error), Some(words)) = (outcome, words) {
            let texts = texts(error);
            let said = texts.iter().any(|text| text.contains(words));
            assert!(said, "no word of {words:?} in {texts:?}");
            self.line(format_args!("  says {words:?}"));
        }
    }

    fn error(&mut self, error: &Error) {
        tells_nothing(error);
        self.line(error);
        let status = error.status().map(|status| status.as_u16());
        let facts = [
            ("retryable", error.is_retryable()),
            ("ambiguous", error.is_ambiguous()),
        ];
        let facts: Vec<_> = facts
            .iter()
            .filter(|(_, is)| *is)
            .map(|(name, _)| *name)
            .collect();
        self.line(format_args!(
            "  {:?}, {:?}, attempts {}, status {status:?}, {}",
            error.kind(),
            error.phase(),
            error.attempts(),
            if facts.is_empty() {
                "final".to_owned()
            } else {
                facts.join(", ")
            }
        ));
    }

    /// How often was asked, and what became of the slots.
    pub(crate) fn slots(&mut self, client: &Client) {
        let stats = client.stats();
        let limit = stats.limit.unwrap();
        self.line(format_args!(
            "calls {}, attempts {}, retries {}, renewals {}; slots: cooling {}, lost {}, under way {}",
            stats.calls,
            stats.attempts,
            stats.retries,
            stats.renewals,
            limit.cooling,
            limit.lost,
            limit.under_way
        ));
    }
}

/// No `Display` and no `Debug`, of the error and its causes, holds what was asked or a secret.
pub(crate) fn tells_nothing(error: &Error) {
    for text in texts(error) {
        let text = text.to_lowercase();
        for canary in CANARIES {
            assert!(!text.contains(canary), "{canary} is in: {text}");
        }
    }
}

/// All that an error and its causes say.
fn texts(error: &Error) -> Vec<String> {
    let mut texts = vec![format!("{error}"), format!("{error:?}")];
    for cause in iter::successors(error.source(), |&cause| cause.source()) {
        texts.push(format!("{cause}"));
        texts.push(format!("{cause:?}"));
    }
    texts
}

/// Compares with the one snapshot that all stacks share.
pub(crate) fn same_on_every_stack(name: &str, axis: &Axis, seen: &Shown) {
    let name = match &axis.method {
        Some(method) => format!("{name}.{}", method.as_str().to_lowercase()),
        None => name.to_owned(),
    };
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, seen.0);
    });
}
