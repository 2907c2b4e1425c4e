//! What a call needs of whoever sends it.

/// Scope and role that an operation needs, for the message of its 403.
#[derive(Debug)]
pub(crate) struct Needs {
    /// What the token must have.
    pub(crate) scope: &'static str,
    /// Who the person of the token must be.
    pub(crate) person: &'static str,
}

/// Of calls that any person of the right scope may send.
pub(crate) const ANYBODY: &str = "anybody with this scope";

/// Of calls that write about others.
pub(crate) const WRITERS: &str = "somebody with the role hr, talent or board";
