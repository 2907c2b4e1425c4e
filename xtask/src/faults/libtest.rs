//! What libtest prints.

/// How a test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// It passed.
    Ok,
    /// It did not.
    Failed,
    /// It was not run, because it is marked so.
    Ignored,
}

/// What was seen of one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Run {
    /// The tests by their full names, in the order in which they ended.
    pub(super) endings: Vec<(String, Ending)>,
    /// How long they took, compiling not counted; nothing if the run broke off.
    pub(super) seconds: Option<f64>,
    /// Whether the tests began at all: not so where they do not compile.
    pub(super) began: bool,
}

impl Run {
    /// Looks at one line.
    pub(super) fn note(&mut self, line: &str) {
        self.began |= line.starts_with("running ");
        if let Some(rest) = line.strip_prefix("test result: ") {
            let seconds = rest.rsplit_once("finished in ");
            self.seconds = seconds.and_then(|(_, text)| text.trim_end_matches('s').parse().ok());
        } else if let Some(test) = line.strip_prefix("test ").and_then(ending) {
            self.endings.push(test);
        }
    }
}

/// `name ... ok`; a reason may stand behind `ignored`.
fn ending(text: &str) -> Option<(String, Ending)> {
    let (name, word) = text.split_once(" ... ")?;
    let ending = match word.split(',').next()? {
        "ok" => Ending::Ok,
        "FAILED" => Ending::Failed,
        "ignored" => Ending::Ignored,
        _ => return None,
    };
    // That it should panic stands behind the name and is no part of it.
    let name = name.split(" - should panic").next()?;
    Some((name.to_owned(), ending))
}

/// The names in a list of tests, which is `name: test` to a line.
pub(super) fn listed(output: &str) -> Vec<String> {
    let names = output
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Ending, Run, listed};

    const OUTPUT: &str = "\
running 3 tests
test faults::body::f40_short_body::on_hyper_get ... ok
test faults::body::f40_short_body::on_hyper_post ... FAILED
test faults::body::f41_long_body::on_hyper has been running for over 60 seconds
test faults::input::f101_odd_id::once - should panic ... ok
test faults::input::f102_lost_moon::once ... ignored, no moon

failures:

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 310 filtered out; finished in 63.21s
";

    #[test]
    fn each_test_has_its_ending() {
        let mut run = Run::default();
        OUTPUT.lines().for_each(|line| run.note(line));
        let expected = [
            ("faults::body::f40_short_body::on_hyper_get", Ending::Ok),
            (
                "faults::body::f40_short_body::on_hyper_post",
                Ending::Failed,
            ),
            ("faults::input::f101_odd_id::once", Ending::Ok),
            ("faults::input::f102_lost_moon::once", Ending::Ignored),
        ];
        let expected = expected.map(|(name, ending)| (name.to_owned(), ending));
        assert_eq!(run.endings, expected);
        assert_eq!(run.seconds, Some(63.21));
    }

    #[test]
    fn a_run_without_its_last_line_broke_off() {
        let mut run = Run::default();
        run.note("running 1 test");
        assert!(run.began);
        assert_eq!(run.seconds, None);
    }

    #[test]
    fn a_list_names_tests_and_no_benchmarks() {
        let output = "faults::a::once: test\nspeed: benchmark\n\n1 test, 1 benchmark\n";
        assert_eq!(listed(output), ["faults::a::once"]);
    }
}
