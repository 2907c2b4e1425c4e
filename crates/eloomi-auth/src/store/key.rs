//! Whose token it is.

use std::fmt;

use eloomi_core::BaseUrl;

use crate::Scope;

/// Whose token it is: at which service, of which client, for which scope, and of which person if
/// there are several. Tokens of different keys never meet.
///
/// ```
/// use eloomi_auth::{Scope, StoreKey};
///
/// # fn main() -> Result<(), eloomi_core::BaseUrlError> {
/// let base = "https://api.example.com".parse()?;
/// let key = StoreKey::new(&base, "app", &Scope::new("users:get")).person("ada@example.com");
/// assert!(!format!("{key:?}").contains("ada"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct StoreKey {
    base: String,
    client: String,
    scope: String,
    person: Option<String>,
}

impl StoreKey {
    /// The key of a client's own token.
    pub fn new(base: &BaseUrl, client_id: &str, scope: &Scope) -> Self {
        // The same words in another order are the same scope.
        let mut words: Vec<&str> = scope.words().collect();
        words.sort_unstable();
        Self {
            base: base.to_string(),
            client: client_id.to_owned(),
            scope: words.join(" "),
            person: None,
        }
    }

    /// The key of this person's token.
    #[must_use]
    pub fn person(mut self, person: &str) -> Self {
        self.person = Some(person.to_owned());
        self
    }

    /// A name for it that tells nothing: SHA-256, in 64 hexadecimal digits. The same from version to
    /// version.
    #[cfg(any(feature = "keyring", feature = "token-file"))]
    pub fn digest(&self) -> String {
        use std::fmt::Write as _;

        use sha2::{Digest as _, Sha256};

        let mut hash = Sha256::new();
        let person = self.person.as_deref();
        let parts = [&self.base, &self.client, &self.scope].map(String::as_str);
        // With the length before each, no two keys are written alike.
        for part in parts.into_iter().chain(person) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut digits = String::with_capacity(64);
        for byte in hash.finalize() {
            // Writing to a string does not fail.
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }
}

impl fmt::Debug for StoreKey {
    /// The service and the client; whoever it is, is private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreKey")
            .field("base", &self.base)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(base: &str, client: &str, scope: &str) -> StoreKey {
        StoreKey::new(&base.parse().unwrap(), client, &Scope::new(scope))
    }

    fn others() -> [StoreKey; 6] {
        let one = || key("https://api.example.com", "200", "a b");
        [
            key("https://other.example.com", "200", "a b"),
            key("https://api.example.com", "201", "a b"),
            key("https://api.example.com", "200", "a"),
            key("https://api.example.com", "200", ""),
            one().person("ada@example.com"),
            one().person(""),
        ]
    }

    #[test]
    fn tokens_of_another_service_client_scope_or_person_have_another_key() {
        let one = key("https://api.example.com", "200", "a b");
        assert!(one == key("https://API.example.com/", "200", "b a"));
        assert!(others().iter().all(|other| *other != one));
    }

    #[test]
    fn debug_tells_service_and_client_and_nobody() {
        let key = key("https://api.example.com", "200", "a").person("ada@example.com");
        assert_eq!(
            format!("{key:?}"),
            r#"StoreKey { base: "https://api.example.com", client: "200", .. }"#
        );
    }

    #[cfg(any(feature = "keyring", feature = "token-file"))]
    #[test]
    fn no_two_keys_have_the_same_digest() {
        let mut digests: Vec<String> = others().iter().map(StoreKey::digest).collect();
        digests.push(key("https://api.example.com", "200", "a b").digest());
        // Where one part ends and the next begins counts.
        digests.push(key("https://api.example.com", "200a", "b").digest());
        assert!(digests.iter().all(|digest| digest.len() == 64));
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), 8);
    }

    #[cfg(any(feature = "keyring", feature = "token-file"))]
    #[test]
    fn a_digest_stays_the_same_from_version_to_version() {
        let key = key("https://api.example.com", "200", "*");
        assert_eq!(
            key.digest(),
            "fe1fb12f2b073aa4570582c4f7e01405da2366c5f95c2d3f3276887aaa7c235c"
        );
    }
}
