//! Whom the tests asked, and what came of it.

use std::fmt;

/// Whoever is asked, and what the names of the tests that ask them have in them.
const PARTIES: [(&str, &str); 3] = [
    ("simulator", "simulator"),
    ("replayer", "replay"),
    ("target", "target"),
];

/// What came of the tests.
#[derive(Debug)]
pub(super) struct Parties {
    /// A target was given.
    has_target: bool,
    /// The names of the tests that ran, and whether they passed.
    tests: Vec<(String, bool)>,
}

/// What is to say of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// So many tests asked it, and it answered all of them as recorded.
    Agrees(usize),
    /// So many of so many were answered otherwise.
    Differs(usize, usize),
    /// No test asked it.
    NotAsked,
}

impl Parties {
    pub(super) fn new(has_target: bool) -> Self {
        Self {
            has_target,
            tests: Vec::new(),
        }
    }

    /// Takes note of a line that the tests print.
    pub(super) fn note(&mut self, line: &str) {
        let Some((name, end)) = line
            .strip_prefix("test ")
            .and_then(|rest| rest.split_once(" ... "))
        else {
            return;
        };
        // Anything else is a test that did not run.
        if let "ok" | "FAILED" = end {
            self.tests.push((name.to_owned(), end == "ok"));
        }
    }

    fn verdict(&self, mark: &str) -> Verdict {
        let own = self.tests.iter().filter(|(name, _)| name.contains(mark));
        let (asked, failed) = own.fold((0, 0), |(asked, failed), (_, passed)| {
            (asked + 1, failed + usize::from(!passed))
        });
        match (asked, failed) {
            (0, _) => Verdict::NotAsked,
            (asked, 0) => Verdict::Agrees(asked),
            (asked, failed) => Verdict::Differs(failed, asked),
        }
    }

    /// Those that are wanted, and how they are called.
    fn verdicts(&self) -> impl Iterator<Item = (&'static str, Verdict)> {
        let all = PARTIES.into_iter();
        let verdicts = all.map(|(name, mark)| (name, self.verdict(mark)));
        verdicts.filter_map(|(name, verdict)| match (name, self.has_target) {
            // The tests ask a simulator in its place.
            ("target", false) => (verdict != Verdict::NotAsked).then_some(("stand-in", verdict)),
            _ => Some((name, verdict)),
        })
    }

    /// Whether each was asked and answered as recorded.
    pub(super) fn all_agree(&self) -> bool {
        self.verdicts()
            .all(|(_, verdict)| matches!(verdict, Verdict::Agrees(_)))
    }

    /// Whether no test ran.
    pub(super) fn none_was_asked(&self) -> bool {
        self.tests.is_empty()
    }
}

impl fmt::Display for Parties {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, verdict) in self.verdicts() {
            match verdict {
                Verdict::Agrees(asked) => {
                    writeln!(
                        formatter,
                        "{name:<10} agrees with what is recorded; tests: {asked}"
                    )
                }
                Verdict::Differs(failed, asked) => {
                    writeln!(formatter, "{name:<10} differs; tests: {failed} of {asked}")
                }
                Verdict::NotAsked => writeln!(
                    formatter,
                    "{name:<10} was not asked: no test below conformance:: has it in its name"
                ),
            }?;
        }
        if !self.has_target {
            writeln!(formatter, "No service was asked; --target URL names one.")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Parties;

    fn parties(has_target: bool, output: &str) -> Parties {
        let mut parties = Parties::new(has_target);
        output.lines().for_each(|line| parties.note(line));
        parties
    }

    const BOTH: &str = "\
running 2 tests
test exchanges::conformance::the_simulator_answers_as_recorded ... ok
test exchanges::conformance::the_replayer_answers_as_recorded ... ok";

    #[test]
    fn simulator_and_replayer_must_have_been_asked() {
        assert!(parties(false, BOTH).all_agree());
        let one = parties(false, BOTH.rsplit_once('\n').unwrap().0);
        assert!(!one.all_agree());
        let told = one.to_string();
        assert!(told.contains("replayer   was not asked"), "{told}");
        assert!(told.contains("simulator  agrees"), "{told}");
    }

    #[test]
    fn a_target_that_was_given_must_have_been_asked() {
        assert!(!parties(true, BOTH).all_agree());
        let asked = format!("{BOTH}\ntest conformance::the_target_answers_as_recorded ... ok");
        assert!(parties(true, &asked).all_agree());
        let ignored = asked.replace("recorded ... ok", "recorded ... ignored");
        assert!(parties(true, &ignored).none_was_asked());
    }

    #[test]
    fn without_a_target_a_simulator_stands_in_and_must_agree() {
        let asked = format!("{BOTH}\ntest conformance::the_target_answers_alike ... FAILED");
        let told = parties(false, &asked);
        assert!(!told.all_agree());
        let told = told.to_string();
        assert!(told.contains("stand-in   differs"), "{told}");
        assert!(told.contains("No service was asked"), "{told}");
    }

    #[test]
    fn who_differs_is_told_from_who_agrees() {
        let output = BOTH.replacen("... ok", "... FAILED", 1);
        let told = parties(false, &output);
        assert!(!told.all_agree());
        let told = told.to_string();
        assert!(told.contains("simulator  differs; tests: 1 of 1"), "{told}");
        assert!(told.contains("replayer   agrees"), "{told}");
    }
}
