//! What creating and changing a person have in common.

use eloomi::{Activation, Endpoint, User, model::UserChanges};

use super::{dry_run, shown};
use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    verbs::unanswered,
};

/// What to do before a write is sent again of which nobody knows how it went.
pub(super) const LOOK: &str = "look at the person";

/// Sends the request, which writes these fields, and prints the person as they now are.
pub(super) async fn write(
    request: impl Endpoint<Output = User>,
    changes: UserChanges,
    general: &General,
    is_dry_run: bool,
    failed: fn(eloomi::Error) -> Failure,
) -> Result<(), Stop> {
    let refused = |error: eloomi::RequestError| Failure::usage(error.to_string());
    request.request().map_err(refused)?;
    if is_dry_run {
        warn_of_mail(&changes, general);
        return dry_run::print(request.route(), Some(changes), general);
    }
    let connection = Connection::open(general).await?;
    warn_of_mail(&changes, general);
    let user = unanswered::or_told(connection.client.send(request), LOOK).await;
    shown::print(&user.map_err(failed)?, general, &connection)
}

fn warn_of_mail(changes: &UserChanges, general: &General) {
    let mails = changes
        .activate
        .value()
        .is_some_and(Activation::may_send_mail);
    if mails && !general.quiet {
        notes::note("`activate`: this may send mail to 1 person");
    }
}
