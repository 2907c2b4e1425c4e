//! Asking whether something is meant.

use crate::{arguments::General, exit::Exit, failure::Failure, notes, prompt};

/// A deletion, which somebody must want.
pub(crate) struct Deletion<'a> {
    /// What is done: `deleting a person`.
    pub(crate) doing: &'a str,
    /// What may be typed again in place of `yes`: `the person`.
    pub(crate) again: &'a str,
    /// How that was typed.
    pub(crate) typed: &'a str,
    /// What is better than deleting, if anything is.
    pub(crate) advice: Option<&'a str>,
    /// Whether the command line says that it is meant.
    pub(crate) is_meant: bool,
}

impl Deletion<'_> {
    /// Refuses what nobody has confirmed, if nobody can be asked.
    pub(crate) fn refuse_unasked(&self, general: &General) -> Result<(), Failure> {
        if self.is_meant || prompt::can_ask(general)? {
            return Ok(());
        }
        let message = format!(
            "{} needs a confirmation, and nobody can be asked",
            self.doing
        );
        let mut hint = String::from("--yes, if you mean it");
        if let Some(advice) = self.advice {
            hint = format!("{hint}; {advice}");
        }
        Err(Failure::usage(message).hint(hint))
    }

    /// Goes on if it is meant; asks, if the command line does not say so.
    pub(crate) async fn confirm(&self, general: &General) -> Result<(), Failure> {
        match self.advice {
            Some(advice) if !self.is_meant => notes::line(advice),
            Some(advice) if !general.quiet => notes::note(advice),
            _ => {}
        }
        if self.is_meant {
            return Ok(());
        }
        let question = format!("delete for good? type {} again, or yes: ", self.again);
        ask(&question, self.typed).await
    }
}

/// Asks, and goes on only if the answer is `yes` or the text.
async fn ask(question: &str, text: &str) -> Result<(), Failure> {
    let answer = prompt::line(question).await;
    match answer.as_deref().map(str::trim) {
        Ok(answer) if answer == "yes" || answer == text => Ok(()),
        _ => Err(Failure::new(
            Exit::Failed,
            "not confirmed, so nothing was done",
        )),
    }
}
