//! What a service handed out.

use std::fmt;

use secrecy::SecretString;

/// A client id and its secret, for the client credentials grant (RFC 6749 §4.4).
///
/// # Examples
///
/// ```
/// use eloomi_auth::ClientCredentials;
///
/// let credentials = ClientCredentials::new(200, "sim-secret");
/// assert_eq!(format!("{credentials:?}"), "ClientCredentials { client_id: \"200\", .. }");
/// ```
#[derive(Clone)]
pub struct ClientCredentials {
    pub(crate) client_id: String,
    pub(crate) client_secret: SecretString,
    pub(crate) scope: Option<String>,
}

impl ClientCredentials {
    /// A client id, which some services hand out as a number and some as text, and its
    /// secret.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "so that `200` and `\"200\"` both do"
    )]
    pub fn new(client_id: impl ToString, client_secret: impl Into<SecretString>) -> Self {
        Self {
            client_id: client_id.to_string(),
            client_secret: client_secret.into(),
            scope: None,
        }
    }

    /// Asks for this scope (RFC 6749 §3.3); for the server's default if none is set.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Asks for this scope unless another was set.
    #[must_use]
    pub fn or_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope.get_or_insert_with(|| scope.into());
        self
    }

    /// The client id. Not a secret: it travels in every request.
    pub fn client_id(&self) -> &str {
        &self.client_id
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scope_is_ones_own_or_the_services_default() {
        let credentials = || ClientCredentials::new(200, "sim-secret");
        assert_eq!(credentials().or_scope("*").scope.as_deref(), Some("*"));
        let own = credentials().scope("users").or_scope("*");
        assert_eq!(own.scope.as_deref(), Some("users"));
    }
}
