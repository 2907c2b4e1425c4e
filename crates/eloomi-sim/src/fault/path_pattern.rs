//! Paths with `*` for a segment and `/**` for an end.

use super::error::{FaultError, FaultErrorKind};

/// Which paths are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathPattern {
    /// What each segment must be; `None` for any.
    segments: Vec<Option<String>>,
    /// Whether more may follow.
    open: bool,
}

impl PathPattern {
    pub(super) fn read(text: &str) -> Result<Self, FaultError> {
        let is_path = text.starts_with('/')
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && !text.contains('#');
        let (fixed, open) = match text.strip_suffix("/**") {
            Some(fixed) => (fixed, true),
            None => (text, false),
        };
        let segments = segments(fixed).map(|segment| match segment {
            "*" => Ok(None),
            text if text.contains('*') => Err(FaultErrorKind::Path),
            text => Ok(Some(text.to_owned())),
        });
        let segments = segments.collect::<Result<_, _>>()?;
        if !is_path {
            return Err(FaultErrorKind::Path.into());
        }
        Ok(Self { segments, open })
    }

    /// Whether it is meant: one slash at the end is ignored, `behaviours::TRAILING_SLASH`.
    pub(super) fn fits(&self, path: &str) -> bool {
        let mut own = segments(path);
        let wanted = |wanted: &Option<String>| {
            own.next()
                .is_some_and(|own| wanted.as_ref().is_none_or(|wanted| wanted == own))
        };
        self.segments.iter().all(wanted) && (self.open || own.next().is_none())
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = path.strip_suffix('/').unwrap_or(path);
    path.split('/').skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        PathPattern::read(pattern).unwrap().fits(path)
    }

    #[test]
    fn a_star_is_one_segment() {
        assert!(fits("/v3/users/*", "/v3/users/80001"));
        assert!(!fits("/v3/users/*", "/v3/users"));
        assert!(!fits("/v3/users/*", "/v3/users/80001/teams"));
    }

    #[test]
    fn two_stars_are_whatever_follows_or_nothing() {
        for path in ["/v3", "/v3/users", "/v3/users/80001/teams/701"] {
            assert!(fits("/v3/**", path), "{path}");
        }
        assert!(!fits("/v3/**", "/oauth/token"));
    }

    #[test]
    fn a_slash_at_the_end_is_ignored() {
        assert!(fits("/v3/users", "/v3/users/") && fits("/v3/users/", "/v3/users"));
    }

    #[test]
    fn a_star_within_a_segment_is_refused() {
        for text in ["/v3/users/8*", "/v3/**/users", "v3", "", "/v3/a b", "/v3/ø"] {
            assert!(PathPattern::read(text).is_err(), "{text}");
        }
    }
}
