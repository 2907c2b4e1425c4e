//! `--at`: another path for what nobody has documented.

use eloomi::{Endpoint, http::StatusCode};

use crate::failure::Failure;

/// Where to ask.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct At {
    /// Ask at this path in place of the one that is guessed: /v3/objectives
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(long, global = true, value_name = "PATH")]
    at: Option<String>,
}

impl At {
    /// The request, at the path that is named if one is. Refuses what is no path.
    pub(crate) fn of<E: Endpoint>(
        &self,
        request: E,
        at: impl FnOnce(E, String) -> E,
    ) -> Result<E, Failure> {
        let Some(path) = &self.at else {
            return Ok(request);
        };
        let request = at(request, path.clone());
        match request.request() {
            Err(error) if error.part() == "path" => Err(Failure::usage(format!("--at: {error}"))
                .hint("the path of the whole list, from /v3/ on")),
            _ => Ok(request),
        }
    }
}

/// The failure of a call whose path is a guess; `otherwise` if the path is not to blame.
pub(crate) fn failed(
    error: eloomi::Error,
    otherwise: impl FnOnce(eloomi::Error) -> Failure,
) -> Failure {
    let may_be_path = [
        StatusCode::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED,
        StatusCode::GONE,
    ];
    let is_told = error
        .status()
        .is_some_and(|status| may_be_path.contains(&status));
    let failure = otherwise(error);
    if is_told {
        failure.hint("--at PATH, if you know the path: nobody has documented it")
    } else {
        failure
    }
}
