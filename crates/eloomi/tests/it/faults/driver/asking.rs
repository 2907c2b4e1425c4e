//! A row of the table that asks in its own way.

use eloomi::Client;

use super::{Ask, Axis, Served, Shown, same_on_every_stack, table};

/// Runs all cases of a row against the raw server, as `by_the_table` does, and leaves to the row
/// how it is asked and what is shown: where the outcome in one word says too little.
pub(crate) async fn by_the_table_asking(
    name: &'static str,
    axis: &Axis,
    ask: impl AsyncFn(&Client, Ask, &mut Shown),
) {
    let row = table::row(name);
    let mut seen = Shown::new();
    for case in &row.case {
        let script = case.server.clone().expect("such a row has scripts only");
        seen.case(case.name.as_deref());
        let served = Served::start(script, axis, &case.options).await;
        for _ in 0..case.asks {
            ask(&served.client, case.ask(axis), &mut seen).await;
        }
        served.shown(&mut seen).await;
    }
    same_on_every_stack(name, axis, &seen);
}
