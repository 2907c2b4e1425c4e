//! Words for a kind of thing.

use crate::{failure::Failure, service::Service};

/// A kind of thing that commands are about, in words.
#[derive(Debug)]
pub(crate) struct Noun {
    /// The service that has them.
    pub(crate) service: Service,
    /// Its command: `users`.
    pub(crate) command: &'static str,
    /// One of them: `person`.
    pub(crate) one: &'static str,
    /// The same with its article: `a person`.
    pub(crate) a_one: &'static str,
    /// More of them: `people`.
    pub(crate) many: &'static str,
    /// What one asks for who looks for them: `who`, or `what`.
    pub(crate) question: &'static str,
    /// What stands for one of them in the help: `PERSON`.
    pub(crate) argument: &'static str,
}

impl Noun {
    /// How many: `1 person`, `60 people`.
    pub(crate) fn counted(&self, count: u64) -> String {
        match count {
            1 => format!("1 {}", self.one),
            _ => format!("{count} {}", self.many),
        }
    }

    /// What to do before a write is sent again of which nobody knows how it went.
    pub(crate) fn look(&self) -> String {
        format!("look at the {}", self.one)
    }

    /// The failure of a call about one of them, which perhaps is not there.
    pub(crate) fn failed(&self, error: eloomi::Error) -> Failure {
        let is_missing = error.is_not_found();
        let failure = Failure::from(error);
        if !is_missing {
            return failure;
        }
        let (command, question) = (self.command, self.question);
        failure.hint(format!("`eloomi {command} list` shows {question} there is"))
    }
}
