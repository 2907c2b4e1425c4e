//! The faults held against the tests: what passes, what fails, what is missing, what is too much.

use std::fmt;

use crate::cargo::quoted;
use crate::faults::axis::{Axis, MODULE};
use crate::faults::libtest::Ending;
use crate::faults::table::Fault;

/// What became of one axis of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Its test ended so.
    Ended(Ending),
    /// It has no test.
    Missing,
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Ended(Ending::Ok) => "ok",
            Self::Ended(Ending::Failed) => "FAILED",
            Self::Ended(Ending::Ignored) => "ignored",
            Self::Missing => "missing",
        })
    }
}

/// One way a fault was tried.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) axis: Axis,
    pub(super) state: State,
    /// The full name of the test, if there is one.
    test: Option<String>,
}

/// One fault and its axes.
#[derive(Debug)]
pub(super) struct Row<'f> {
    pub(super) fault: &'f Fault,
    pub(super) cells: Vec<Cell>,
}

impl Row<'_> {
    fn passes(&self) -> bool {
        let ok = State::Ended(Ending::Ok);
        self.fault.dropped.is_none() && self.cells.iter().all(|cell| cell.state == ok)
    }

    fn missing(&self) -> Vec<String> {
        let cells = self.cells.iter();
        let missing = cells.filter(|cell| cell.state == State::Missing);
        missing.map(|cell| cell.axis.to_string()).collect()
    }
}

/// What is to be said of all of them.
#[derive(Debug)]
pub(super) struct Verdict<'f> {
    pub(super) rows: Vec<Row<'f>>,
    /// How many tests below `faults::` there were.
    tests: usize,
    /// What is wrong with tests that no row wants.
    surplus: Vec<String>,
}

impl<'f> Verdict<'f> {
    /// Gives each test to its row. Tests of other modules are left alone.
    pub(super) fn of(faults: &'f [Fault], endings: &[(String, Ending)]) -> Self {
        let row = |fault: &'f Fault| {
            let cell = |axis| Cell {
                axis,
                state: State::Missing,
                test: None,
            };
            let cells = fault.axes().into_iter().map(cell).collect();
            Row { fault, cells }
        };
        let mut verdict = Self {
            rows: faults.iter().map(row).collect(),
            tests: 0,
            surplus: Vec::new(),
        };
        for (test, ending) in endings {
            if test.starts_with(MODULE) {
                verdict.tests += 1;
                let surplus = verdict.give(test, *ending).err();
                let finding = |why| format!("{test}: {why}; again: cargo xtask faults");
                verdict.surplus.extend(surplus.map(finding));
            }
        }
        verdict
    }

    fn give(&mut self, test: &str, ending: Ending) -> Result<(), String> {
        let mut parts = test.rsplit("::");
        let axis = parts.next().unwrap_or_default();
        let module = parts.next().unwrap_or_default();
        let mut rows = self.rows.iter_mut();
        let Some(row) = rows.find(|row| row.fault.module() == module) else {
            return Err("a test of no fault".to_owned());
        };
        let id = &row.fault.id;
        if row.fault.dropped.is_some() {
            return Err(format!("{id} is dropped, and here is a test"));
        }
        let mut cells = row.cells.iter_mut();
        match cells.find(|cell| cell.axis.to_string() == axis) {
            None => Err(format!("{id} does not want a test {axis}")),
            Some(cell) if cell.test.is_some() => Err(format!("a second test {axis} of {id}")),
            Some(cell) => {
                cell.state = State::Ended(ending);
                cell.test = Some(test.to_owned());
                Ok(())
            }
        }
    }

    /// What is wrong, one finding to a line, each with the command that repeats it.
    pub(super) fn findings(&self) -> Vec<String> {
        let mut findings = Vec::new();
        for row in &self.rows {
            let Fault { id, name, .. } = row.fault;
            for cell in &row.cells {
                if let (State::Ended(Ending::Failed | Ending::Ignored), Some(test)) =
                    (cell.state, &cell.test)
                {
                    let (axis, state) = (&cell.axis, cell.state);
                    let again = alone(test);
                    findings.push(format!("{id} {name}: {axis} {state}; again: {again}"));
                }
            }
            let missing = row.missing();
            if !missing.is_empty() {
                let module = row.fault.module();
                let missing = missing.join(", ");
                findings.push(format!(
                    "{id} {name}: no test {missing} in a module {module} below {MODULE}; \
                     again: cargo xtask faults --only {id}"
                ));
            }
        }
        findings.extend(self.surplus.iter().cloned());
        findings
    }

    /// The last line: how many pass.
    pub(super) fn summary(&self, seconds: Option<f64>) -> String {
        let rows = || self.rows.iter();
        let passing = rows().filter(|row| row.passes()).count();
        let dropped = rows().filter(|row| row.fault.dropped.is_some()).count();
        let without = rows().filter(|row| !row.missing().is_empty()).count();
        let time = seconds.map_or_else(String::new, |seconds| format!(" in {seconds:.0} s"));
        format!(
            "faults: {passing} of {} rows pass{}, {dropped} dropped, {without} without a test; \
             {} tests{time}",
            self.rows.len(),
            self.stacks(),
            self.tests
        )
    }

    /// ` on hyper and reqwest`: the stacks that any row names.
    fn stacks(&self) -> String {
        let mut stacks: Vec<&str> = Vec::new();
        for stack in self.rows.iter().flat_map(|row| &row.fault.stacks) {
            if !stacks.contains(&stack.as_str()) {
                stacks.push(stack);
            }
        }
        if stacks.is_empty() {
            return String::new();
        }
        format!(" on {}", stacks.join(" and "))
    }
}

/// The command that runs one test and no other.
fn alone(test: &str) -> String {
    let test = quoted(test);
    format!("cargo test -p eloomi --all-features --test it -- --exact {test}")
}

#[cfg(test)]
mod tests {
    use super::Verdict;
    use crate::faults::libtest::Ending;
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;

    const ALL: [&str; 6] = [
        "faults::body::f40_short_body::on_hyper_get",
        "faults::body::f40_short_body::on_hyper_post",
        "faults::body::f40_short_body::on_reqwest_get",
        "faults::body::f40_short_body::on_reqwest_post",
        "faults::body::f41_long_body::on_hyper",
        "faults::input::ids::f101_odd_id::once",
    ];

    fn judged(tests: &[&str], failed: &str) -> (Vec<String>, String) {
        let faults = read(TABLE).unwrap();
        let ending = |test: &&str| {
            let failed = *test == failed;
            let ending = if failed { Ending::Failed } else { Ending::Ok };
            ((*test).to_owned(), ending)
        };
        let endings: Vec<_> = tests.iter().map(ending).collect();
        let verdict = Verdict::of(&faults, &endings);
        (verdict.findings(), verdict.summary(Some(63.2)))
    }

    #[test]
    fn all_rows_pass_when_every_axis_has_its_test() {
        let (findings, summary) = judged(&ALL, "");
        assert_eq!(findings, Vec::<String>::new());
        assert_eq!(
            summary,
            "faults: 3 of 4 rows pass on hyper and reqwest, 1 dropped, 0 without a test; \
             6 tests in 63 s"
        );
    }

    #[test]
    fn a_failure_ends_with_the_command_that_repeats_it_alone() {
        let (findings, summary) = judged(&ALL, ALL[1]);
        assert_eq!(
            findings,
            [
                "F40 short_body: on_hyper_post FAILED; again: cargo test -p eloomi --all-features \
             --test it -- --exact faults::body::f40_short_body::on_hyper_post"
            ]
        );
        assert!(summary.starts_with("faults: 2 of 4 rows"), "{summary}");
    }

    #[test]
    fn an_axis_without_a_test_is_named() {
        let (findings, summary) = judged(&ALL[1..5], "");
        assert_eq!(
            findings,
            [
                "F40 short_body: no test on_hyper_get in a module f40_short_body below faults::; \
                 again: cargo xtask faults --only F40",
                "F101 odd_id: no test once in a module f101_odd_id below faults::; \
                 again: cargo xtask faults --only F101",
            ]
        );
        assert!(summary.contains("2 without a test; 4 tests"), "{summary}");
    }

    #[test]
    fn a_test_that_no_row_wants_is_found() {
        for (surplus, why) in [
            ("faults::body::f42_other::once", "a test of no fault"),
            ("faults::a_script_is_read", "a test of no fault"),
            (
                "faults::body::f41_long_body::on_tower",
                "F41 does not want a test on_tower",
            ),
            (
                "faults::more::f41_long_body::on_hyper",
                "a second test on_hyper of F41",
            ),
            (
                "faults::input::f102_lost_moon::once",
                "F102 is dropped, and here is a test",
            ),
        ] {
            let tests = [&ALL[..], &[surplus]].concat();
            assert_eq!(
                judged(&tests, "").0,
                [format!("{surplus}: {why}; again: cargo xtask faults")]
            );
        }
    }

    #[test]
    fn tests_of_other_modules_are_left_alone() {
        let tests = [&ALL[..], &["tokens::faults::one"]].concat();
        assert_eq!(judged(&tests, "").0, Vec::<String>::new());
    }

    #[test]
    fn an_ignored_test_is_no_test() {
        let faults = read(TABLE).unwrap();
        let endings = [(ALL[4].to_owned(), Ending::Ignored)];
        let findings = Verdict::of(&faults[1..2], &endings).findings();
        assert!(findings[0].contains("on_hyper ignored"), "{findings:?}");
    }
}
