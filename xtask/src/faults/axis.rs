//! Which tests a fault wants.

use std::fmt;

use crate::faults::table::Fault;

/// Below which module of the suite the tests of all faults are.
pub(crate) const MODULE: &str = "faults::";

/// One way to try a fault; displays as the name of the test: `on_hyper_get`, `on_hyper`, `once`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// The HTTP stack, if that matters.
    pub(super) stack: Option<String>,
    /// The method, if that matters.
    pub(super) method: Option<String>,
}

impl fmt::Display for Axis {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(stack) = &self.stack else {
            return formatter.write_str("once");
        };
        write!(formatter, "on_{stack}")?;
        self.method.as_ref().map_or(Ok(()), |method| {
            write!(formatter, "_{}", method.to_lowercase())
        })
    }
}

impl Fault {
    /// The module of its tests, in whichever file it is: `f40_body_shorter_than_announced`.
    pub(super) fn module(&self) -> String {
        format!("{}_{}", self.id.to_lowercase(), self.name)
    }

    /// All ways it is to be tried; none if it is dropped.
    pub(super) fn axes(&self) -> Vec<Axis> {
        if self.dropped.is_some() {
            return Vec::new();
        }
        let stacks = each(&self.stacks);
        let methods = each(&self.methods);
        let axes = stacks.iter().flat_map(|stack| {
            methods.iter().map(|method| Axis {
                stack: stack.clone(),
                method: method.clone(),
            })
        });
        axes.collect()
    }
}

/// One after the other, or once without any.
fn each(words: &[String]) -> Vec<Option<String>> {
    if words.is_empty() {
        return vec![None];
    }
    words.iter().cloned().map(Some).collect()
}

#[cfg(test)]
mod tests {
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;

    #[test]
    fn a_fault_wants_a_test_for_each_stack_and_method() {
        let faults = read(TABLE).unwrap();
        let names = |at: usize| -> Vec<String> {
            let axes = faults[at].axes();
            axes.iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            names(0),
            [
                "on_hyper_get",
                "on_hyper_post",
                "on_reqwest_get",
                "on_reqwest_post"
            ]
        );
        assert_eq!(names(1), ["on_hyper"]);
        assert_eq!(names(2), ["once"]);
        assert!(names(3).is_empty());
    }

    #[test]
    fn the_module_begins_with_the_id() {
        assert_eq!(read(TABLE).unwrap()[0].module(), "f40_short_body");
    }
}
