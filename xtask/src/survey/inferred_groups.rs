//! The groups that the API document names without knowing their paths: what it infers of them.

use crate::survey::document::PATH;
use crate::survey::path::fits;
use crate::survey::yaml::Node;

/// A group that is counted apart from the operations.
#[derive(Clone, Debug)]
pub(crate) struct InferredGroup {
    /// As eloomi calls it.
    pub(crate) name: String,
    /// What is known of it.
    pub(crate) known: String,
    /// Its operations, of which the first lists it.
    pub(crate) operations: Vec<InferredOperation>,
}

/// A call that is guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InferredOperation {
    /// Its name; open groups share theirs.
    pub(crate) id: String,
    /// In capitals.
    pub(crate) method: String,
    /// The template, with what the server's address has in front of it.
    pub(crate) path: String,
}

/// A call of which nothing is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guess {
    /// The group it would belong to.
    pub(crate) group: String,
    /// Method and path, in words.
    pub(crate) call: String,
}

/// What a candidate is.
pub(super) enum Candidate {
    Group(InferredGroup),
    Guess(Guess),
}

impl Candidate {
    /// Reads an item of `x-candidate-operations`: with `operations` it is a group.
    pub(super) fn read(node: &Node, prefix: &str) -> Result<Self, String> {
        let line = node.line;
        let wanted = |key: &str| {
            let text = node.text(key).map(str::to_owned);
            text.ok_or_else(|| format!("{PATH}:{line}: a candidate without {key}"))
        };
        let Some(operations) = node.get("operations") else {
            let call = format!("{} {}", wanted("method")?, wanted("path")?);
            let group = wanted("group")?;
            return Ok(Self::Guess(Guess { group, call }));
        };
        let operations: Vec<_> = operations
            .members()
            .iter()
            .map(|(id, call)| InferredOperation::read(id, call, prefix))
            .collect::<Result<_, _>>()?;
        if operations.is_empty() {
            return Err(format!("{PATH}:{line}: a group without operations"));
        }
        Ok(Self::Group(InferredGroup {
            name: wanted("group")?,
            known: wanted("known")?,
            operations,
        }))
    }
}

impl InferredGroup {
    /// The operation that a request reaches.
    pub(crate) fn reached_by(&self, method: &str, path: &str) -> Option<&InferredOperation> {
        let mut operations = self.operations.iter();
        operations.find(|operation| operation.method == method && fits(path, &operation.path))
    }
}

impl InferredOperation {
    fn read(id: &str, call: &Node, prefix: &str) -> Result<Self, String> {
        let parts = call.as_text().and_then(|call| call.split_once(' '));
        let (method, path) = parts
            .filter(|(_, path)| path.starts_with('/') && !path.contains(' '))
            .ok_or_else(|| format!("{PATH}:{}: {id} is no method and path", call.line))?;
        Ok(Self {
            id: id.to_owned(),
            method: method.to_owned(),
            path: format!("{prefix}{path}"),
        })
    }
}
