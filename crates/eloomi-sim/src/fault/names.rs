//! The names of faults: what each is called, how it is written, and what it does.

mod read;

use std::fmt;

use super::action::Action;
use super::arguments::Arguments;
use super::error::{FaultError, FaultErrorKind};
use super::headers::HeaderEdit;
use crate::behaviours::{self, Behaviour};

/// What the text of a fault comes to.
pub(super) type Effect = (Action, Vec<HeaderEdit>);

/// One kind of fault: see [`fault_names`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FaultName {
    /// What it is called; those in capitals are called so in `WireMock`.
    pub name: &'static str,
    /// What stands behind the name, such as `CODE`; empty if nothing does.
    pub value: &'static str,
    /// Its own arguments, as they are written; those that go with every fault are not among them.
    pub arguments: &'static [&'static str],
    /// Whether there is an answer, whose headers further arguments can write.
    pub leaves_an_answer: bool,
    /// A fault of this name, whole.
    pub example: &'static str,
    /// Numbers of the failures of a client's surroundings that it brings about, such as `F93`.
    pub serves: &'static [&'static str],
    pub(crate) row: &'static Behaviour,
    pub(super) read: fn(&mut Arguments<'_>) -> Result<Effect, FaultError>,
}

impl FaultName {
    /// What the simulator does, as the row of [`behaviours`](crate::behaviours()) whose id the
    /// journal shows.
    pub fn behaviour(&self) -> &'static Behaviour {
        self.row
    }
}

impl fmt::Display for FaultName {
    /// How it is written: `latency=MS[,header=Name:value]…@MATCH`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        if !self.value.is_empty() {
            write!(f, "={}", self.value)?;
        }
        for argument in self.arguments {
            write!(f, "[,{argument}]")?;
        }
        if self.leaves_an_answer {
            for argument in HEADERS {
                write!(f, "[,{argument}]")?;
            }
        }
        f.write_str("[,times=N][,after=N]@MATCH")
    }
}

/// The arguments of every fault that leaves an answer.
const HEADERS: &[&str] = &[
    "header=Name:value",
    "retry-after=VALUE",
    "www-authenticate=VALUE",
    "date-skew=SECONDS",
];

/// The fault of this name.
pub(super) fn named(name: &str) -> Result<&'static FaultName, FaultError> {
    let mut named = fault_names().iter().filter(|fault| fault.name == name);
    Ok(named.next().ok_or(FaultErrorKind::UnknownName)?)
}

/// Every kind of fault there is.
///
/// ```
/// for fault in eloomi_sim::fault_names() {
///     println!("{fault}\n    {}\n    {}", fault.behaviour().does, fault.example);
/// }
/// ```
pub fn fault_names() -> &'static [FaultName] {
    NAMES
}

macro_rules! names {
    ($($name:literal $value:literal $arguments:expr, $answer:literal, $row:path, $read:ident, $serves:expr, $example:literal;)*) => {
        static NAMES: &[FaultName] = &[$(FaultName {
            name: $name,
            value: $value,
            arguments: &$arguments,
            leaves_an_answer: $answer,
            example: $example,
            serves: &$serves,
            row: &$row,
            read: read::$read,
        }),*];
    };
}

names! {
    // In place of the service.
    "status" "CODE" ["body=json|html|problem|empty"], true,
        behaviours::FAULT_STATUS, status, ["F52", "F53", "F76", "F78", "F79", "F81", "F130"],
        "status=503,times=2,retry-after=1@GET /v3/users/*";
    "retry-after" "VALUE" ["status=CODE"], true,
        behaviours::FAULT_RETRY_AFTER, retry_after, ["F73", "F74", "F75", "F76"],
        "retry-after=imf-fixdate:2,times=1@/v3/**";
    "redirect" "[CODE:]URL" [], true,
        behaviours::FAULT_REDIRECT, redirect, ["F70", "F71", "F72"],
        "redirect=307:http://127.0.0.1:9/elsewhere@POST /oauth/token";
    "EMPTY_RESPONSE" "" [], false,
        behaviours::FAULT_EMPTY_RESPONSE, empty_response, ["F03"],
        "EMPTY_RESPONSE,times=1@GET /v3/users";
    "CONNECTION_RESET_BY_PEER" "" [], false,
        behaviours::FAULT_RESET, reset, ["F04", "F92"],
        "CONNECTION_RESET_BY_PEER,times=1@GET /v3/users";

    // After the service.
    "lost-answer" "" [], false,
        behaviours::FAULT_LOST_ANSWER, lost_answer, ["F93"],
        "lost-answer,times=1@POST /v3/users";
    "latency" "MS" [], true,
        behaviours::FAULT_LATENCY, latency, ["F84", "F94"],
        "latency=30000,times=1@/v3/**";
    "envelope" "CODE" ["message=TEXT"], true,
        behaviours::FAULT_ENVELOPE, envelope, ["F56", "F134"],
        "envelope=400,message=could not add the programs@POST /v3/teams/*/add-programs";
    "header" "Name:value" [], true,
        behaviours::FAULT_HEADER, header, [],
        "header=X-Request-Id:7@*";
    "date-skew" "SECONDS" [], true,
        behaviours::FAULT_DATE_SKEW, date_skew, ["F74", "F82"],
        "date-skew=-7200@*";
    "rate-limit-headers" "" ["limit=VALUE|absent", "remaining=VALUE|absent", "reset=VALUE|absent"], true,
        behaviours::FAULT_RATE_LIMIT_HEADERS, rate_limit_headers, ["F77"],
        "rate-limit-headers,limit=0,remaining=-1@/v3/**";

    // Tokens.
    "refuse-tokens" "" [], true,
        behaviours::FAULT_REFUSE_TOKENS, refuse_tokens, ["F80"],
        "refuse-tokens@/v3/**";
    "www-authenticate" "VALUE" [], true,
        behaviours::FAULT_WWW_AUTHENTICATE, www_authenticate, ["F109"],
        "www-authenticate=Bearer error=\"invalid_token\",times=1@/v3/**";
    "expire-in-flight" "" [], true,
        behaviours::FAULT_EXPIRE_IN_FLIGHT, expire_in_flight, ["F100", "F112"],
        "expire-in-flight,times=1@/v3/**";
    "replica-lag" "MS" [], true,
        behaviours::FAULT_REPLICA_LAG, replica_lag, ["F110"],
        "replica-lag=200@/v3/**";
    "token-answer" "JSON" ["status=CODE"], true,
        behaviours::FAULT_TOKEN_ANSWER, token_answer, ["F104", "F105", "F106", "F107", "F108", "F111"],
        "token-answer={\"token_type\":\"Bearer\",\"expires_in\":0},times=1@POST /oauth/token";
    "oauth-error" "CODE" ["status=CODE", "message=TEXT", "hint=TEXT"], true,
        behaviours::FAULT_OAUTH_ERROR, oauth_error, ["F105", "F106"],
        "oauth-error=invalid_client,status=401@POST /oauth/token";
    "expires-in" "VALUE|absent" [], true,
        behaviours::FAULT_EXPIRES_IN, expires_in, ["F107"],
        "expires-in=-1@POST /oauth/token";
    "token-type" "VALUE|absent" [], true,
        behaviours::FAULT_TOKEN_TYPE, token_type, ["F108"],
        "token-type=mac@POST /oauth/token";
    "access-token" "VALUE|absent" ["repeat=N"], true,
        behaviours::FAULT_ACCESS_TOKEN, access_token, ["F108"],
        "access-token=x,repeat=100000@POST /oauth/token";

    // Pages.
    "page-never-ends" "" [], true,
        behaviours::FAULT_PAGE_NEVER_ENDS, page_never_ends, ["F126"],
        "page-never-ends@GET /v3/users";
    "page-repeats" "" [], true,
        behaviours::FAULT_PAGE_REPEATS, page_repeats, ["F127"],
        "page-repeats@GET /v3/users";
    "items-shift" "delete|insert" [], true,
        behaviours::FAULT_ITEMS_SHIFT, items_shift, ["F128"],
        "items-shift=insert,times=1@GET /v3/users";
    "short-page" "PAGE:COUNT" [], true,
        behaviours::FAULT_SHORT_PAGE, short_page, ["F129"],
        "short-page=2:3@GET /v3/users";
    "empty-page" "PAGE" [], true,
        behaviours::FAULT_EMPTY_PAGE, empty_page, ["F129"],
        "empty-page=2@GET /v3/users";
    "caps-page-size" "N" [], true,
        behaviours::FAULT_CAPS_PAGE_SIZE, caps_page_size, ["F131"],
        "caps-page-size=10@GET /v3/users";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fault;

    #[test]
    fn every_example_is_a_fault_of_its_name_and_reads_back() {
        for name in fault_names() {
            let fault: Fault = name.example.parse().unwrap();
            assert_eq!(fault.name().name, name.name);
            assert_eq!(fault.to_string(), name.example);
        }
    }
}
