//! Where a token is kept, and what is put there.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use eloomi::{
    AccessToken, BaseUrl, Clock as _, FileTokenStore, Lifetime, Scope, StoreKey, StoredToken,
    SystemClock, Token, TokenStore as _,
};
use futures_util::FutureExt as _;
use tempfile::TempDir;

/// A directory of tokens, and the key of the one that matters.
pub(super) struct Place {
    directory: TempDir,
    key: StoreKey,
}

impl Place {
    /// For the token of nobody's client.
    pub(super) fn new() -> Self {
        Self::of(key("https://api.example.com", "200"))
    }

    /// For the token of this key.
    pub(super) fn of(key: StoreKey) -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self { directory, key }
    }

    pub(super) fn directory(&self) -> &Path {
        self.directory.path()
    }

    pub(super) fn beside(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// The token's file.
    pub(super) fn path(&self) -> PathBuf {
        self.beside(&self.key.digest()).with_extension("json")
    }

    /// Keeps this token, asked for now.
    pub(super) fn keep(&self, token: &Token) {
        let now = SystemClock::new().wall();
        self.keep_at(&StoredToken::new(token.clone(), now));
    }

    pub(super) fn keep_at(&self, token: &StoredToken) {
        save(self.directory(), &self.key, token);
    }

    /// Whether a whole token is kept.
    pub(super) fn is_kept(&self) -> bool {
        let store = FileTokenStore::new(self.directory());
        let stored = store.load(&self.key).now_or_never().unwrap();
        stored.unwrap().is_some()
    }

    /// All that stands in the token's file.
    pub(super) fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    pub(super) fn files_ending(&self, ending: &str) -> usize {
        let files = fs::read_dir(self.directory()).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.ends_with(ending)).count()
    }
}

pub(super) fn key(base_url: &str, client_id: &str) -> StoreKey {
    let base: BaseUrl = base_url.parse().unwrap();
    StoreKey::new(&base, client_id, &Scope::new("*"))
}

/// Keeps a token, which does not wait for anything.
pub(super) fn save(directory: &Path, key: &StoreKey, token: &StoredToken) {
    let store = FileTokenStore::new(directory);
    store.save(key, token).now_or_never().unwrap().unwrap();
}

fn token(text: &str) -> Token {
    let token = AccessToken::new(text.to_owned()).unwrap();
    Token::new(token, Lifetime::For(Duration::from_secs(3_600)))
}

/// One that should be good, and that the service does not know.
pub(super) fn long_lived(text: &str) -> StoredToken {
    StoredToken::new(token(text), SystemClock::new().wall())
}

/// One that was asked for two hours ago.
pub(super) fn expired() -> StoredToken {
    let obtained = SystemClock::new().wall() - Duration::from_secs(7_200);
    StoredToken::new(token("sim-expired"), obtained)
}

/// One that will be asked for in an hour.
pub(super) fn of_the_future() -> StoredToken {
    let obtained = SystemClock::new().wall() + Duration::from_secs(3_600);
    StoredToken::new(token("sim-planted"), obtained)
}

/// Real time, for real processes.
#[expect(clippy::disallowed_methods, reason = "nothing else is waited for")]
pub(super) fn wait(duration: Duration) {
    std::thread::sleep(duration);
}
