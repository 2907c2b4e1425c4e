//! How long a token is good for.

use std::time::Duration;

use eloomi_wire::RawJson;

const HOUR: Duration = Duration::from_secs(3600);
const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

/// What `expires_in` comes to (RFC 6749 §5.1), whatever a server wrote there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// For the requests that waited for it, and none after them: the server said zero or less.
    SingleUse,
    /// For this long.
    For(Duration),
}

impl Lifetime {
    /// Reads `expires_in`: seconds, as number or text. Where it is absent, or no number, an
    /// hour is assumed; more than a year is taken as a year, so that sums never overflow.
    pub(crate) fn of_expires_in(json: Option<&RawJson>) -> Self {
        let seconds = json.and_then(|json| json.as_str().trim_matches('"').trim().parse().ok());
        match seconds {
            Some(seconds) if seconds > 0.0 => Self::For(Duration::from_secs_f64(f64::min(
                seconds,
                YEAR.as_secs_f64(),
            ))),
            Some(f64::NEG_INFINITY..=0.0) => Self::SingleUse,
            _ => Self::For(HOUR),
        }
    }

    /// How long before its end a token is renewed, while it is still good.
    pub(crate) fn early(lifetime: Duration) -> Duration {
        (lifetime / 10).min(Duration::from_secs(240))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifetime(json: &str) -> Lifetime {
        Lifetime::of_expires_in(Some(&RawJson::parse(json).unwrap()))
    }

    #[test]
    fn seconds_come_as_number_or_text() {
        let year_less_one = Lifetime::For(Duration::from_secs(31_535_999));
        assert_eq!(lifetime("31535999"), year_less_one);
        assert_eq!(lifetime("\"31535999\""), year_less_one);
        assert_eq!(lifetime("\" 60 \""), Lifetime::For(Duration::from_secs(60)));
    }

    #[test]
    fn without_a_number_an_hour_is_assumed() {
        assert_eq!(Lifetime::of_expires_in(None), Lifetime::For(HOUR));
        for json in ["null", "\"soon\"", "{}", "\"NaN\"", "\"\""] {
            assert_eq!(lifetime(json), Lifetime::For(HOUR), "{json}");
        }
    }

    #[test]
    fn zero_and_less_serve_one_request() {
        for json in ["0", "-1", "\"-3600\"", "-1e300"] {
            assert_eq!(lifetime(json), Lifetime::SingleUse, "{json}");
        }
    }

    #[test]
    fn the_smallest_number_above_zero_is_a_time() {
        let json = "\"0.000000001\"";
        assert_eq!(lifetime(json), Lifetime::For(Duration::from_nanos(1)));
        assert_eq!(lifetime("-0.0"), Lifetime::SingleUse);
    }

    #[test]
    fn a_token_is_renewed_in_the_last_tenth_of_its_life_at_most_four_minutes() {
        for (life, early) in [(0, 0), (10, 1), (2390, 239), (2400, 240), (2410, 240)] {
            let life = Duration::from_secs(life);
            assert_eq!(Lifetime::early(life), Duration::from_secs(early));
        }
    }

    #[test]
    fn a_year_and_less_is_taken_as_it_is() {
        assert_eq!(lifetime("31536000"), Lifetime::For(YEAR));
        assert_eq!(lifetime("31536001"), Lifetime::For(YEAR));
        assert_eq!(YEAR, Duration::from_secs(31_536_000));
    }

    #[test]
    fn an_absurd_number_is_a_year() {
        for json in [
            "1e12",
            "1e300",
            "\"1e999\"",
            "\"inf\"",
            "99999999999999999999",
        ] {
            assert_eq!(lifetime(json), Lifetime::For(YEAR), "{json}");
        }
    }
}
