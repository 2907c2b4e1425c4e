//! `create`, whatever it is about.

use eloomi::Endpoint;

use super::{one::Answered, unanswered::may_be_done, write};
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
    let failed = |error| {
        let may_exist = may_be_done(&error);
        let failure = Failure::from(error);
        if may_exist {
            failure.hint(look)
        } else {
            failure
        }
    };
    // Boxed, because requests with many fields are large.
    Box::pin(write::run(request, is_dry_run, general, failed)).await
}
