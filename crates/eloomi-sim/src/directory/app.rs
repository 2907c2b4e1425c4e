//! Programs that ask for tokens, and the scopes there are.

/// The public scopes, in the order in which a refusal names them.
pub(crate) const SCOPES: [&str; 6] = [
    "users:get",
    "users:create",
    "users:delete",
    "users:modify",
    "profile:get",
    "profile:modify",
];

/// A program that may ask for tokens. No `Debug`: it holds a secret.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) id: String,
    pub(crate) secret: String,
    pub(crate) scopes: Vec<String>,
}

impl App {
    pub(crate) fn is(&self, id: &str, secret: &str) -> bool {
        self.id == id && self.secret == secret
    }

    /// Whether it may have all of these scopes.
    pub(crate) fn may_have(&self, scopes: &[String]) -> bool {
        scopes.iter().all(|scope| self.scopes.contains(scope))
    }
}
