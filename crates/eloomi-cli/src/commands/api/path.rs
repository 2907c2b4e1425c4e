//! The argument that says where a request goes.

use eloomi::RequestError;

use crate::failure::Failure;

/// What every path begins with.
const VERSION: &str = "/v3/";

/// Refuses what is no path of this API. Never quotes it: it may name people.
pub(super) fn check(path: &str) -> Result<(), Failure> {
    if path.starts_with(VERSION) {
        return Ok(());
    }
    if path.contains("://") || path.starts_with("//") {
        // The token would go wherever it leads.
        return Err(
            Failure::usage("PATH is a whole URL, and the token goes to one host alone")
                .hint("the path alone, from /v3/ on; --base-url names the host"),
        );
    }
    Err(Failure::usage(format!(
        "PATH does not begin with {VERSION}, as every path does"
    ))
    .hint("all of it, such as /v3/users"))
}

/// A request that cannot be written.
pub(super) fn refused(error: &RequestError) -> Failure {
    let failure = Failure::usage(error.to_string());
    if error.part() == "target" {
        let hint = "in PATH, write a space as %20, and so on; -f KEY=VALUE is encoded for you";
        return failure.hint(hint);
    }
    failure
}
