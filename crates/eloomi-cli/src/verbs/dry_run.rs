//! Printing what would be sent.

use eloomi::{
    Endpoint, Patch,
    wire::{Extra, Field},
};
use serde::{Serialize, Serializer};

use crate::{
    arguments::{Format, General},
    failure::{Failure, Stop},
    fields::Changes,
    notes,
    noun::Noun,
    output::{Column, Output, Record, print_line},
    printable,
};

/// Says that this is sent no more than anything else.
pub(crate) fn announce(request: &str) {
    // Also with --quiet: nobody must take this for done.
    notes::line(&format!("dry run, nothing is sent: {request}"));
}

/// Tells method and path on stderr. Needs neither credentials nor a network.
pub(crate) fn tell(request: &impl Endpoint, general: &General) -> Result<(), Failure> {
    if general.format == Format::Csv {
        return Err(Failure::usage(
            "a dry run cannot be printed as CSV, where an emptied field looks like one that is \
             left alone",
        )
        .hint("--format json"));
    }
    announce(&format!("{} {}", request.route().method(), path(request)));
    Ok(())
}

/// The path as its route has it, since a key may name a person; of what nobody has documented, the
/// path that is guessed or was typed, since the route of such has none.
fn path(request: &impl Endpoint) -> String {
    let template = request.route().template();
    let is_guess = template.starts_with("/…") || template.contains("{group}");
    match request.request() {
        Ok(request) if is_guess => request.uri().path().into(),
        _ => template.into(),
    }
}

/// The same, and prints the body.
pub(crate) fn print<C: Changes>(
    request: &impl Endpoint,
    mut changes: C,
    general: &General,
) -> Result<(), Stop> {
    tell(request, general)?;
    // A secret is nothing that --show-personal could ask for. In JSON, stars would set it when
    // they come back by --input.
    if let Some(password) = changes.password()
        && !password.is_keep()
    {
        *password = match general.format {
            Format::Table => "***".into(),
            _ => Patch::Keep,
        };
        if !general.quiet {
            notes::note("the password would be sent, and is not shown");
        }
    }
    let mut output = Output::one(general);
    output.write(&Written(changes))?;
    output.finish()?;
    output.remark(general);
    Ok(())
}

/// The same, and prints the body as it would be sent, in every format.
pub(crate) fn print_body(
    request: &impl Endpoint,
    body: &[u8],
    general: &General,
) -> Result<(), Stop> {
    tell(request, general)?;
    let body = String::from_utf8_lossy(body);
    Ok(print_line(&printable::escape_json(&body))?)
}

/// What would be written, as a record.
struct Written<C>(C);

impl<C: Serialize> Serialize for Written<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<C: Changes> Record for Written<C> {
    const NOUN: &'static Noun = C::NOUN;

    const FIELDS: &'static [Field] = C::FIELDS;

    const SHOWN: &'static [&'static str] = C::SHOWN;

    const COLUMNS: &'static [Column<Self>] = &[];

    const EMPTY: &'static str = "(empty)";

    fn extra(&self) -> &Extra {
        self.0.extra()
    }
}
