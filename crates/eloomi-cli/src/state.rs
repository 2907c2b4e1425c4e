//! Where the command keeps what its processes must know of each other.

use std::{env, path::PathBuf};

use crate::settings::Environment;

/// The directory of the rate limit that all commands of a user share, by the XDG Base Directory
/// Specification: below `XDG_STATE_HOME`, or `~/.local/state`. Where there is neither, below the
/// system's directory for temporary files.
pub(crate) fn rate_limit(environment: &Environment) -> PathBuf {
    let path = |name| environment.raw(name).map(PathBuf::from);
    // A relative path there is to be ignored, says the specification.
    let state = path("XDG_STATE_HOME").filter(|path| path.is_absolute());
    let state = state.or_else(|| Some(path("HOME")?.join(".local/state")));
    state
        .filter(|path| path.is_absolute())
        .unwrap_or_else(env::temp_dir)
        .join("eloomi")
        .join("ratelimit")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(read: fn(&str) -> Option<std::ffi::OsString>) -> PathBuf {
        rate_limit(&Environment::reading(read))
    }

    #[test]
    fn the_state_directory_wins_over_the_home_directory() {
        let both = of(|name| match name {
            "XDG_STATE_HOME" => Some("/state".into()),
            "HOME" => Some("/jane".into()),
            _ => None,
        });
        assert_eq!(both, PathBuf::from("/state/eloomi/ratelimit"));
        let home = of(|name| (name == "HOME").then(|| "/jane".into()));
        let expected = "/jane/.local/state/eloomi/ratelimit";
        assert_eq!(home, PathBuf::from(expected));
    }

    #[test]
    fn what_is_no_absolute_path_is_ignored() {
        let relative = of(|_| Some("state".into()));
        assert_eq!(relative, env::temp_dir().join("eloomi/ratelimit"));
        assert_eq!(of(|_| None), env::temp_dir().join("eloomi/ratelimit"));
    }
}
