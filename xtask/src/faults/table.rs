//! Reading the table of faults.

use std::path::Path;

use toml::{Table, Value};

/// Where it is.
pub(crate) const PATH: &str = "fixtures/faults.toml";

/// One row. What else stands in it is for the tests, which read the same file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// `F40`.
    pub(crate) id: String,
    /// What is done to the client, in snake case.
    pub(crate) name: String,
    /// The heading it stands under.
    pub(crate) section: String,
    /// `fault` in the file.
    pub(crate) goes_wrong: String,
    /// What the client makes of it.
    pub(crate) expected: String,
    /// Who does it.
    pub(crate) inject: String,
    /// The HTTP stacks it is tried on; none if that does not matter.
    pub(crate) stacks: Vec<String>,
    /// The methods it is tried with; none if that does not matter.
    pub(crate) methods: Vec<String>,
    /// Why there is no test, if there is none.
    pub(crate) dropped: Option<String>,
}

/// All rows, in the order of the file.
pub(crate) fn load(root: &Path) -> Result<Vec<Fault>, String> {
    let text =
        std::fs::read_to_string(root.join(PATH)).map_err(|error| format!("{PATH}: {error}"))?;
    read(&text)
}

/// The rows of a text.
pub(crate) fn read(text: &str) -> Result<Vec<Fault>, String> {
    let document: Table = text.parse().map_err(|error| format!("{PATH}: {error}"))?;
    let rows = document.get("fault").and_then(Value::as_array);
    let rows = rows.ok_or_else(|| format!("{PATH}: has no [[fault]]"))?;
    (1..).zip(rows).map(|(at, row)| fault(at, row)).collect()
}

fn fault(at: usize, row: &Value) -> Result<Fault, String> {
    let id = row.get("id").and_then(Value::as_str);
    let id = id.ok_or_else(|| format!("{PATH}: row {at} has no id"))?;
    let complain = |what: String| format!("{PATH}: {id}: {what}");
    let text = |key: &str| {
        let text = row.get(key).and_then(Value::as_str).map(str::to_owned);
        text.ok_or_else(|| complain(format!("wants a text `{key}`")))
    };
    let list = |key: &str| match row.get(key) {
        None => Ok(None),
        Some(value) => texts(value)
            .map(Some)
            .ok_or_else(|| complain(format!("`{key}` is to be a list of texts"))),
    };
    let dropped = match row.get("dropped") {
        None => None,
        Some(_) => Some(text("dropped")?),
    };
    let stacks = list("stacks")?;
    if stacks.is_some() == dropped.is_some() {
        return Err(complain("wants `stacks`, or `dropped` in its place".into()));
    }
    Ok(Fault {
        id: id.to_owned(),
        name: text("name")?,
        section: text("section")?,
        goes_wrong: text("fault")?,
        expected: text("expected")?,
        inject: text("inject")?,
        stacks: stacks.unwrap_or_default(),
        methods: list("methods")?.unwrap_or_default(),
        dropped,
    })
}

fn texts(value: &Value) -> Option<Vec<String>> {
    let values = value.as_array()?.iter();
    values
        .map(|value| value.as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::read;

    /// One row on two stacks and with two methods, one on one stack, one for which the stack does
    /// not matter, one that is dropped.
    pub(in crate::faults) const TABLE: &str = r#"
[[fault]]
id = "F40"
name = "short_body"
section = "Body"
fault = "It is short."
expected = "It is told."
inject = "fault-server"
stacks = ["hyper", "reqwest"]
methods = ["GET", "POST"]
connections = ["kept"]

[[fault]]
id = "F41"
name = "long_body"
section = "Body"
fault = "It is long."
expected = "As F40."
inject = "fault-server"
stacks = ["hyper"]

[[fault]]
id = "F101"
name = "odd_id"
section = "Input"
fault = "It is `a|b`."
expected = "Refused."
inject = "client"
stacks = []

[[fault]]
id = "F102"
name = "lost_moon"
section = "Input"
fault = "The moon is lost."
expected = "Nothing."
inject = "clock"
dropped = "not on loopback"
"#;

    #[test]
    fn a_row_is_read_and_what_the_tests_alone_need_does_not_disturb() {
        let faults = read(TABLE).unwrap();
        assert_eq!(faults.len(), 4);
        assert_eq!(faults[0].methods, ["GET", "POST"]);
        assert!(faults[1].methods.is_empty());
        assert_eq!(faults[3].dropped.as_deref(), Some("not on loopback"));
    }

    #[test]
    fn what_is_missing_is_named_with_its_row() {
        let complaint = |from: &str, to: &str| read(&TABLE.replace(from, to)).unwrap_err();
        assert_eq!(
            complaint("id = \"F41\"\n", ""),
            "fixtures/faults.toml: row 2 has no id"
        );
        assert_eq!(
            complaint("inject = \"client\"\n", ""),
            "fixtures/faults.toml: F101: wants a text `inject`"
        );
        assert_eq!(
            complaint("stacks = [\"hyper\"]", "stacks = \"hyper\""),
            "fixtures/faults.toml: F41: `stacks` is to be a list of texts"
        );
    }

    #[test]
    fn a_row_has_stacks_or_a_reason_why_not() {
        for row in ["", "stacks = []\ndropped = \"why\"\n"] {
            let table = TABLE.replace("stacks = []\n", row);
            assert!(read(&table).unwrap_err().contains("F101: wants `stacks`"));
        }
    }

    #[test]
    fn what_is_no_toml_is_an_error_with_its_line() {
        let error = read("[[fault]]\nid = F40\n").unwrap_err();
        assert!(error.contains("line 2"), "{error}");
    }
}
