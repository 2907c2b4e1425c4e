//! What came of a request, as its snapshot shows it, and what of the answer is in it.

use std::fmt::Write as _;

use eloomi_auth::Token;
use eloomi_core::Error;
use lvconnect::{Me, Refusal, User, UserPage};
use serde_json::{Value, json};

/// A value, or an error.
pub(super) struct Outcome {
    /// For the snapshot.
    pub(super) text: String,
    /// All that is kept of the answer's JSON; none if it was no JSON of the service.
    pub(super) kept: Option<Value>,
}

impl Outcome {
    pub(super) fn of<T: Shown>(result: Result<T, Error>) -> Self {
        match result {
            Ok(value) => value.shown(),
            Err(error) => of_error(&error),
        }
    }
}

/// A value of this crate.
pub(super) trait Shown {
    fn shown(&self) -> Outcome;
}

macro_rules! models {
    ($($model:ty),+) => { $(
        impl Shown for $model {
            fn shown(&self) -> Outcome {
                let kept = serde_json::to_value(self).unwrap();
                Outcome {
                    text: format!("{self:?}\n\n{kept:#}"),
                    kept: Some(kept),
                }
            }
        }
    )+ };
}

models!(Me, User, UserPage);

impl Shown for () {
    fn shown(&self) -> Outcome {
        Outcome {
            text: "done".to_owned(),
            kept: Some(json!({"deleted": true})),
        }
    }
}

impl Shown for Token {
    fn shown(&self) -> Outcome {
        Outcome {
            text: format!("{self:#?}"),
            kept: None,
        }
    }
}

fn of_error(error: &Error) -> Outcome {
    let mut text = format!("{error}\n\n{error:#?}\n\n");
    let refusal = Refusal::of(error);
    if let Some(refusal) = refusal {
        let place = refusal.place().unwrap_or("nowhere");
        let _ = writeln!(
            text,
            "{:?}, {place}: {:?}",
            refusal.reason(),
            refusal.fields()
        );
        let helps = refusal.reason().may_a_fresh_token_help();
        let _ = writeln!(text, "may a fresh token help: {helps}");
    }
    let message = error.server_message().unwrap_or("nothing");
    let _ = write!(
        text,
        "worth another try: {}\nthe service said: {message}",
        error.is_retryable()
    );
    let body = refusal.and_then(Refusal::body);
    Outcome {
        text,
        kept: body.map(|body| serde_json::to_value(body).unwrap()),
    }
}
