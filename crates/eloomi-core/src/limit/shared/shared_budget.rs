//! Where processes keep a budget that they share.

use std::path::PathBuf;

use super::{record::fnv1a, slot_file::SlotFile};
use crate::{BaseUrl, Budget};

/// Where all processes of a host keep the one budget that they share.
///
/// Whoever names the same directory, base URL and account takes slots from the same file, and
/// the limit is kept by all together, whatever becomes of any of them: a request of a process
/// that was killed keeps its slot until it cannot be counted any more.
///
/// Linux only, on a local file system, by processes of one user. A process that cannot use the
/// file does not spend the whole budget: it keeps to its part, see
/// [`processes`](Self::processes), and [`LimitStats::sharing`](crate::LimitStats::sharing) says
/// why. It stays so until it ends, and begins after a pause (a window and the time that one
/// request may take) if there is a file that others may have used before.
///
/// A request opens the file before it leaves and after its answer, under a lock, on the thread that
/// runs it; nobody waits for the lock there. Who waits for a slot asks again when the next one is
/// free; processes are served in no certain order. After a 429 each process stops by itself.
///
/// Give all processes the same window and the same
/// [attempt timeout](crate::CallOptions::attempt_timeout); of several budgets each keeps to its own,
/// and counts what the others spend. The time that an attempt may take counts for at most an hour.
///
/// Not covered: a process that is stopped between taking a slot and sending, for longer than an
/// attempt may take; the deletion of the file together with its `.lock` while others are running;
/// processes that can use the file beside some that cannot, if all are busy. A drive is taken to
/// be of another host by the name of its file system; one of an unknown name is taken to be local.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use eloomi_core::{BaseUrl, Budget, Session, SharedBudget, Transport};
///
/// fn session(transport: impl Transport + 'static) -> Result<Session, eloomi_core::BaseUrlError> {
///     let base: BaseUrl = "https://api.example.com".parse()?;
///     let shared = SharedBudget::new("/var/lib/nightly/limit").account("200");
///     let budget = Budget::new(600, Duration::from_secs(60));
///     Ok(Session::builder(base, transport).budget(budget).share_budget(shared).build())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it does nothing until a session has it"]
pub struct SharedBudget {
    directory: PathBuf,
    account: Option<String>,
    pub(crate) processes: u32,
}

impl SharedBudget {
    /// In this directory, which is made, for this user alone, when the first request is sent. One
    /// that is there must be the user's own and writable by nobody else. The two files in it stay;
    /// their names tell nothing.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into(),
            account: None,
            processes: 4,
        }
    }

    /// Whose budget it is, if the service at one base URL has a budget for each of several:
    /// a client id, say. No secret.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// How many processes there are at most; 4 by default, and at least 1. A process that cannot
    /// use the file keeps to the whole budget divided by this, and to one request in a window at
    /// least.
    pub fn processes(mut self, processes: u32) -> Self {
        self.processes = processes.max(1);
        self
    }

    /// The same, of this account unless another was named.
    pub fn or_account(mut self, account: impl Into<String>) -> Self {
        self.account.get_or_insert_with(|| account.into());
        self
    }

    /// The slots of this budget with this service. Opens nothing.
    pub(crate) fn slots(&self, base: &BaseUrl, budget: Budget) -> SlotFile {
        SlotFile::new(&self.path(base), budget)
    }

    /// The path of the file, without its ending.
    fn path(&self, base: &BaseUrl) -> PathBuf {
        let account = self.account.as_deref().unwrap_or_default();
        let key = fnv1a(format!("{base}|{account}").as_bytes());
        self.directory.join(format!("{key:016x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(base: &str, account: &str) -> PathBuf {
        let shared = SharedBudget::new("/state").account(account);
        shared.path(&base.parse().unwrap())
    }

    #[test]
    fn each_service_and_account_has_a_file_of_its_own() {
        let one = path("https://api.example.com", "200");
        assert_eq!(one, path("https://API.example.com/", "200"));
        assert_ne!(one, path("https://api.example.com", "201"));
        assert_ne!(one, path("https://other.example.com", "200"));
    }

    #[test]
    fn the_name_stays_the_same_from_version_to_version() {
        let expected = PathBuf::from("/state/cfbd9ebdba71959f");
        assert_eq!(path("https://api.example.com", "200"), expected);
    }

    #[test]
    fn an_account_that_was_named_is_kept() {
        let base = "https://api.example.com".parse().unwrap();
        let named = SharedBudget::new("/state").account("200");
        assert_eq!(named.clone().or_account("7").path(&base), named.path(&base));
        let unnamed = SharedBudget::new("/state").or_account("200");
        assert_eq!(unnamed.path(&base), named.path(&base));
    }
}
