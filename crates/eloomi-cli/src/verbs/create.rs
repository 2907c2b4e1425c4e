//! `create`, whatever it is about.

use eloomi::Endpoint;

use super::{
    one::Answered,
    unanswered::may_be_done,
    write::{self, Written},
};
use crate::{
    arguments::General,
    failure::{Failure, Stop},
    fields::Writes,
};

/// Creates what the request describes, and prints it. `look` says how to find out whether it is
/// there, if nobody knows how it went.
pub(crate) async fn run<E>(
    request: E,
    is_dry_run: bool,
    general: &General,
    look: &'static str,
) -> Result<(), Stop>
where
    E: Endpoint<Output: Answered> + Writes,
{
    write::run(request, is_dry_run, general, |error| failed(error, look)).await
}

/// Creates what the request describes, and leaves it to the caller to print.
pub(crate) async fn send<E>(
    request: E,
    is_dry_run: bool,
    general: &General,
    look: &'static str,
) -> Result<Written<E::Output>, Stop>
where
    E: Endpoint + Writes,
{
    // Boxed, because requests with many fields are large.
    let sent = write::send(request, is_dry_run, general, |error| failed(error, look));
    Box::pin(sent).await
}

fn failed(error: eloomi::Error, look: &'static str) -> Failure {
    let may_exist = may_be_done(&error);
    let failure = Failure::from(error);
    if may_exist {
        failure.hint(look)
    } else {
        failure
    }
}
