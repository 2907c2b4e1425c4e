//! `update`, whatever it is about.

use eloomi::Endpoint;

use super::{
    one::Answered,
    unanswered::may_be_done,
    write::{self, Written},
};
use crate::{
    arguments::General,
    failure::{Failure, Stop},
    fields::{Changes, Given, Writes},
};

/// Changes the fields that are given, and prints the thing as it now is.
pub(crate) async fn run<E>(request: E, given: Given<E>, general: &General) -> Result<(), Stop>
where
    E: Endpoint<Output: Answered> + Writes,
{
    let is_dry_run = given.dry_run;
    let request = changed(request, given).await?;
    write::run(request, is_dry_run, general, failed::<E::Changes>).await
}

/// Changes the fields that are given, and leaves it to the caller to print the thing.
pub(crate) async fn send<E>(
    request: E,
    given: Given<E>,
    general: &General,
) -> Result<Written<E::Output>, Stop>
where
    E: Endpoint + Writes,
{
    let is_dry_run = given.dry_run;
    let request = changed(request, given).await?;
    // Boxed, because requests with many fields are large.
    Box::pin(write::send(
        request,
        is_dry_run,
        general,
        failed::<E::Changes>,
    ))
    .await
}

async fn changed<E: Writes>(request: E, given: Given<E>) -> Result<E, Failure> {
    let changes = given.changes().await?;
    if changes == E::Changes::default() {
        return Err(nothing::<E::Changes>());
    }
    Ok(request.with(changes))
}

fn nothing<C: Changes>() -> Failure {
    Failure::usage("there is nothing to change: no field is given").hint(format!(
        "a field, such as {}, or --clear FIELD; --help names the fields",
        C::SUCH_AS
    ))
}

fn failed<C: Changes>(error: eloomi::Error) -> Failure {
    let may_be_done = may_be_done(&error);
    let failure = C::NOUN.failed(error);
    if !may_be_done {
        return failure;
    }
    failure.hint(format!(
        "{} before sending it again: `{}`",
        C::NOUN.look(),
        C::shown_by()
    ))
}
