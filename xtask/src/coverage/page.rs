//! The page that says the same to readers, with links.

use std::fmt::Write as _;

use crate::coverage::faults::Part;
use crate::coverage::groups::GroupRow;
use crate::coverage::ledger::Ledger;
use crate::coverage::row::{Row, Shown, State};
use crate::coverage::table::{THERE, cell};
use crate::survey::exchanges;
use crate::survey::service::Service;

const HEAD: &str = "\
<!-- Written by `cargo xtask coverage --write`. Change what it tells of, not this page. -->

# Coverage

How much of the APIs in [api/eloomi-v3.yaml](api/eloomi-v3.yaml) and, marked `lvconnect`,
[api/lvconnect.yaml](api/lvconnect.yaml) is there: the request type that
sends an operation, recorded or written exchanges that show its answers, a snapshot of what the
client makes of each, and a route in the simulator. An operation of which nothing is there is open;
one of which something is missing fails `cargo xtask check`. The quirks are rows of
[quirks.md](quirks.md) and [lvconnect-quirks.md](lvconnect-quirks.md).

";

const ANSWERS: &str = "
## Refusals

A refusal looks the same whatever was asked, so an exchange of any operation shows it. What is not
documented needs no exchange.

| answer | status | known | operations | exchanges |
|---|---|---|---|---|
";

const GROUPS: &str = "
## Inferred groups

Groups that eloomi names and whose paths nobody has documented. They are counted apart: what is
built for them asks at a path that we guess, and may lead nowhere. Each request takes another path
with `.at(…)`; if you know the right one, [tell us](../CONTRIBUTING.md#tell-us-a-path). A group that
loses any of this fails `cargo xtask check`.

One set of request types and one table of routes in the simulator serve all open groups. So a group
counts as whole with an exchange of its list alone, if another group has one of each of the other
operations. The column \"shown by its own\" tells which of them it shows itself.

| group | path we guess | known | requests | shown by its own | exchanges | simulator |
|---|---|---|---|---|---|---|
";

const GUESSES: &str = "
## Guesses

Calls that would fit among the others. Nobody was seen making them, and nothing is built on them.

| group | call |
|---|---|
";

/// The whole page.
pub(super) fn print(ledger: &Ledger) -> String {
    let mut page = format!("{HEAD}{}.\n\n## Operations\n\n", ledger.sums());
    page.push_str("| operation | call | known | request | exchanges | simulator | quirks |\n");
    page.push_str("|---|---|---|---|---|---|---|\n");
    for row in &ledger.rows {
        page.push_str(&line(row));
    }
    page.push_str(ANSWERS);
    // Writing to a String cannot fail.
    for refusal in &ledger.refusals {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} |",
            refusal.name,
            refusal.status,
            refusal.confidence,
            refusal.operations,
            list(refusal.exchanges.iter().map(|name| exchange(name)))
        );
    }
    let beyond = list(beyond_the_document(ledger));
    let _ = writeln!(
        page,
        "\nExchanges whose status the document does not have: {beyond}."
    );
    page.push_str(GROUPS);
    for row in &ledger.groups {
        page.push_str(&line_of_group(row));
    }
    page.push_str(GUESSES);
    for guess in &ledger.guesses {
        let _ = writeln!(page, "| {} | `{}` |", guess.group, guess.call);
    }
    page
}

fn line_of_group(row: &GroupRow) -> String {
    let requests = row.requests.iter();
    let requests = list(requests.map(|route| format!("[`{}`](../{})", route.request, route.file)));
    let exchanges = row.exchanges.iter();
    let exchanges = list(exchanges.map(shown));
    let own = match (row.shown.len(), row.group.operations.len()) {
        (own, wanted) if own == wanted => THERE.to_owned(),
        (own, wanted) => {
            let ids = list(row.shown.iter().map(|id| format!("`{id}`")));
            format!("{own} of {wanted}: {ids}")
        }
    };
    let (there, wanted) = (row.routes.len(), row.group.operations.len());
    let simulator = if there == wanted {
        THERE.to_owned()
    } else {
        format!("{there} of {wanted}")
    };
    format!(
        "| {} | `{}` | {} | {requests} | {own} | {exchanges} | {simulator} |\n",
        row.group.name, row.group.operations[0].path, row.group.known
    )
}

fn line(row: &Row) -> String {
    let operation = &row.operation;
    let request = row.request.as_ref().map_or_else(
        || cell(row, Part::Request),
        |route| format!("[`{}`](../{})", route.request, route.file),
    );
    let exchanges = if row.exchanges.is_empty() {
        cell(row, Part::Exchanges)
    } else {
        list(row.exchanges.iter().map(shown))
    };
    let quirks = operation.quirks.iter().map(|quirk| format!("`{quirk}`"));
    let name = match row.state() {
        State::Half => format!("**`{}`**, half done", row.name()),
        State::Whole | State::Open => format!("`{}`", row.name()),
    };
    format!(
        "| {name} | `{} {}` | {} | {request} | {exchanges} | {} | {} |\n",
        operation.method,
        operation.path,
        operation.confidence.as_deref().unwrap_or("missing"),
        cell(row, Part::Simulator),
        list(quirks)
    )
}

/// A link to an exchange, and what it shows.
fn shown(shown: &Shown) -> String {
    let mark = if shown.has_snapshot {
        ""
    } else {
        ", no snapshot"
    };
    format!("{} ({}{mark})", exchange(&shown.name), shown.status)
}

/// A link to an exchange.
fn exchange(name: &str) -> String {
    let (service, ending) = (Service::of_exchange(name), exchanges::ENDING);
    let own = name.strip_prefix(service.names).unwrap_or(name);
    format!("[{own}](../{}{own}{ending})", service.exchanges)
}

/// Exchanges that show what no text promises.
fn beyond_the_document(ledger: &Ledger) -> impl Iterator<Item = String> {
    ledger.rows.iter().flat_map(|row| {
        let answers = &row.operation.answers;
        let unknown = row
            .exchanges
            .iter()
            .filter(|shown| !answers.iter().any(|answer| answer.has(&shown.status)));
        unknown.map(|shown| format!("{} ({})", exchange(&shown.name), shown.status))
    })
}

/// With commas, or a dash for none.
fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return "—".to_owned();
    }
    items.join(", ")
}
