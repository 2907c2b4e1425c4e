//! The tables that a terminal shows.

use crate::columns::columns;
use crate::faults::table::Fault;
use crate::faults::verdict::{Row, Verdict};

/// Rows and how their tests ended: a column for each stack, one for tests that need none.
pub(super) fn ended(verdict: &Verdict<'_>) -> String {
    let mut stacks: Vec<Option<&str>> = Vec::new();
    for cell in verdict.rows.iter().flat_map(|row| &row.cells) {
        let stack = cell.axis.stack.as_deref();
        if !stacks.contains(&stack) {
            stacks.push(stack);
        }
    }
    let headings = stacks.iter().map(|stack| stack.unwrap_or("once"));
    let headings = ["id", "name"].into_iter().chain(headings);
    let mut lines: Vec<Vec<String>> = vec![headings.map(str::to_owned).collect()];
    for row in &verdict.rows {
        let mut line = vec![row.fault.id.clone(), row.fault.name.clone()];
        match &row.fault.dropped {
            Some(reason) => line.push(format!("dropped: {reason}")),
            None => line.extend(stacks.iter().map(|stack| cells(row, *stack))),
        }
        lines.push(line);
    }
    columns(&lines)
}

/// `ok`, or `GET ok, POST FAILED`; a dash where the stack is not wanted.
fn cells(row: &Row<'_>, stack: Option<&str>) -> String {
    let cells = row.cells.iter();
    let cells = cells.filter(|cell| cell.axis.stack.as_deref() == stack);
    let texts: Vec<String> = cells
        .map(|cell| match &cell.axis.method {
            Some(method) => format!("{method} {}", cell.state),
            None => cell.state.to_string(),
        })
        .collect();
    if texts.is_empty() {
        return "–".to_owned();
    }
    texts.join(", ")
}

/// Rows and what they want, without a run.
pub(super) fn wanted(faults: &[Fault]) -> String {
    let mut lines = vec![["id", "name", "by", "tried on"].map(str::to_owned)];
    lines.extend(faults.iter().map(|fault| {
        [
            fault.id.clone(),
            fault.name.clone(),
            fault.inject.clone(),
            tried(fault),
        ]
    }));
    format!("{}\n{}", columns(&lines), sums(faults))
}

/// `hyper, reqwest: GET, POST`.
pub(super) fn tried(fault: &Fault) -> String {
    if let Some(reason) = &fault.dropped {
        return format!("dropped: {reason}");
    }
    let stacks = fault.stacks.join(", ");
    match (fault.stacks.is_empty(), fault.methods.is_empty()) {
        (true, _) => "once".to_owned(),
        (false, true) => stacks,
        (false, false) => format!("{stacks}: {}", fault.methods.join(", ")),
    }
}

/// How many rows and tests.
pub(super) fn sums(faults: &[Fault]) -> String {
    let dropped = faults.iter().filter(|fault| fault.dropped.is_some());
    let tests: usize = faults.iter().map(|fault| fault.axes().len()).sum();
    format!(
        "{} faults, {} of them dropped; {tests} tests",
        faults.len(),
        dropped.count()
    )
}

#[cfg(test)]
mod tests {
    use super::{ended, wanted};
    use crate::faults::libtest::Ending;
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;
    use crate::faults::verdict::Verdict;

    #[test]
    fn each_axis_shows_how_it_ended() {
        let endings = [
            ("faults::body::f40_short_body::on_hyper_get", Ending::Ok),
            (
                "faults::body::f40_short_body::on_hyper_post",
                Ending::Failed,
            ),
            ("faults::input::f101_odd_id::once", Ending::Ok),
        ]
        .map(|(name, ending)| (name.to_owned(), ending));
        let faults = read(TABLE).unwrap();
        let expected = "\
id    name        hyper                reqwest                    once
F40   short_body  GET ok, POST FAILED  GET missing, POST missing  –
F41   long_body   missing              –                          –
F101  odd_id      –                    –                          ok
F102  lost_moon   dropped: not on loopback
";
        let printed = ended(&Verdict::of(&faults, &endings));
        let squeezed = |text: &str| {
            let lines = text.lines();
            let words = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            words.collect::<Vec<_>>()
        };
        assert_eq!(squeezed(&printed), squeezed(expected));
    }

    #[test]
    fn without_a_run_each_row_says_what_it_wants() {
        let expected = "\
id    name        by            tried on
F40   short_body  fault-server  hyper, reqwest: GET, POST
F41   long_body   fault-server  hyper
F101  odd_id      client        once
F102  lost_moon   clock         dropped: not on loopback

4 faults, 1 of them dropped; 6 tests";
        assert_eq!(wanted(&read(TABLE).unwrap()), expected);
    }
}
