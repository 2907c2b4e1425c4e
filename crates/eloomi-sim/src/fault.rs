//! Faults that are named as text: `NAME[=VALUE][,ARGUMENT[=VALUE]]…@MATCH`.
//!
//! Reading the text, telling which requests it is for, and acting are apart: `written` and
//! `arguments` read, `scope` and `armed` choose, and each stage of a request has a file that acts.

mod action;
mod answer_edit;
mod arguments;
mod armed;
mod error;
mod headers;
mod http_date;
mod met;
mod names;
mod page;
mod path_pattern;
mod request_edit;
mod scope;
mod stock;
mod written;

pub use error::{FaultError, FaultErrorKind};
pub use names::{FaultName, fault_names};

pub(crate) use action::Shift;
pub(crate) use armed::{Asked, Faults};
pub(crate) use met::{Breaks, Met};

use std::fmt;
use std::str::FromStr;

use self::action::Action;
use self::arguments::Arguments;
use self::headers::HeaderEdit;
use self::scope::Scope;
use self::written::Written;

/// A way for requests to go wrong, written as one line of text.
///
/// The text is `NAME[=VALUE][,ARGUMENT[=VALUE]]…@MATCH`. [`fault_names`] lists the names, each
/// with its arguments and an example.
///
/// - MATCH is `METHOD PATH`, `PATH` or `*`. In a path, `*` stands for one segment and a `/**` at its
///   end for whatever follows, also for nothing. `?name=value` behind it names parameters that the
///   query must have.
/// - `times=N` ends the fault after N requests; by default it has no end. `after=N` lets the first
///   N requests that MATCH fits pass.
/// - `header=Name:value`, `retry-after=VALUE`, `www-authenticate=VALUE` and `date-skew=SECONDS`
///   write headers of the answer, and go with every name that leaves an answer.
/// - A value that holds a comma, an `@` or a control character is written in the quotation marks
///   and with the escapes of JSON. A JSON object stands as it is.
///
/// Faults that fit the same request add up; of those that answer in place of the service, and of
/// scripted answers, the first counts. A fault that says the page, or meets a token of some age, is
/// for those requests alone: others do not count for `times` and `after`.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::{Fault, Simulator};
///
/// let sim = Simulator::builder()
///     .fault("status=503,times=2,retry-after=1@GET /v3/users/*".parse()?)
///     .start()
///     .await?;
/// sim.fault("lost-answer,times=1@POST /v3/users".parse()?);
/// // … let a client work against sim.base_url() …
/// let unmet: Vec<Fault> = sim.unmet_faults();
/// assert_eq!(unmet.len(), 2, "nobody has asked anything yet");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Fault {
    written: Written,
    scope: Scope,
    name: &'static FaultName,
    action: Action,
    headers: Vec<HeaderEdit>,
    /// Requests that pass before the first one is met.
    after: u64,
    /// Requests that are met, or all of them.
    times: Option<u64>,
}

impl Fault {
    /// The name, such as `lost-answer`.
    pub fn name(&self) -> &'static FaultName {
        self.name
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    /// Reads a fault.
    ///
    /// # Errors
    ///
    /// A [`FaultError`] for whatever could never happen as it is written: an unknown name or
    /// argument, a value of the wrong kind, a MATCH that fits nothing.
    fn from_str(text: &str) -> Result<Self, FaultError> {
        let written = Written::read(text)?;
        let name = names::named(written.name())?;
        let mut arguments = Arguments::of(&written, name)?;
        let times = arguments.times()?;
        let after = arguments.after()?;
        let (action, mut headers) = (name.read)(&mut arguments)?;
        headers.extend(arguments.headers()?);
        arguments.none_left()?;
        Ok(Self {
            scope: Scope::read(written.scope())?,
            written,
            name,
            action,
            headers,
            after,
            times,
        })
    }
}

impl fmt::Display for Fault {
    /// The text, which reads back as the same fault.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written.fmt(f)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({self})")
    }
}

impl PartialEq for Fault {
    /// Whether they are written alike: all else follows from it.
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Fault {}
