use eloomi_core::{ErrorKind, Repeat, Route};
use http::Method;

use super::*;

const HOUR: u64 = 3_600_000;

static ROUTE: Route = Route::new("createToken", Method::POST, "/", Repeat::Idempotent);

/// Milliseconds after the start of time.
fn at(milliseconds: u64) -> Tick {
    Tick(Duration::from_millis(milliseconds))
}

/// A token for so many milliseconds.
fn token(life: u64) -> Token {
    let lifetime = match life {
        0 => Lifetime::SingleUse,
        _ => Lifetime::For(Duration::from_millis(life)),
    };
    Token::new(AccessToken::new("sim-token").unwrap(), lifetime)
}

fn failure(kind: ErrorKind) -> Error {
    Error::new(kind, &ROUTE, "as scripted")
}

/// Takes a seat where one must be had.
#[track_caller]
fn seat(cell: &mut TokenCell<()>, now: u64) -> u64 {
    cell.join(at(now), || ()).unwrap().unwrap().number
}

/// Takes a seat in the request under way.
#[track_caller]
fn seat_in_flight(cell: &mut TokenCell<()>, now: u64) -> u64 {
    let seat = cell.join(at(now), || panic!("a second request"));
    seat.unwrap().unwrap().number
}

/// Why nobody may ask, where nobody may.
#[track_caller]
fn denial(cell: &mut TokenCell<()>, now: u64) -> Denial {
    cell.join(at(now), || panic!("a request")).unwrap_err()
}

/// Asks, and gets a token for so long.
#[track_caller]
fn fetch(cell: &mut TokenCell<()>, now: u64, life: u64) {
    let number = seat(cell, now);
    cell.land(number, at(now), Ok(&token(life)));
    cell.leave(number);
}

/// Asks in vain.
#[track_caller]
fn fail(cell: &mut TokenCell<()>, now: u64, kind: ErrorKind) {
    let number = seat(cell, now);
    cell.land(number, at(now), Err(&failure(kind)));
    cell.leave(number);
}

/// The token at hand is used, and refused.
fn refuse(cell: &mut TokenCell<()>, now: u64) {
    let (_, generation) = cell.stamp().unwrap();
    cell.refuse(generation, at(now));
}

/// A cell that got a token at the start of time.
fn holding(life: u64) -> TokenCell<()> {
    let mut cell = TokenCell::new();
    fetch(&mut cell, 0, life);
    cell
}

mod sharing {
    use super::*;

    #[test]
    fn all_who_need_a_token_share_one_request() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        let second = seat_in_flight(&mut cell, 1);
        assert_eq!(first, second);
        cell.land(first, at(2), Ok(&token(HOUR)));
        cell.land(second, at(2), Ok(&token(HOUR)));
        assert!(cell.is_ready(at(3)));
        assert_eq!(cell.stamp().unwrap().1, 1);
    }

    #[test]
    fn a_request_outlives_whoever_began_it() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        cell.leave(first);
        for moment in [5000, 30_000] {
            let next = seat_in_flight(&mut cell, moment);
            assert_eq!(next, first);
            cell.leave(next);
        }
    }

    #[test]
    fn a_request_that_nobody_waits_for_is_made_anew_after_thirty_seconds() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        cell.leave(first);
        let second = seat(&mut cell, 30_001);
        assert_ne!(first, second);
        cell.land(first, at(30_001), Err(&failure(ErrorKind::Timeout))); // too late to matter
        cell.leave(first);
        cell.land(second, at(30_001), Ok(&token(HOUR)));
        assert!(cell.is_ready(at(30_001)));
    }

    #[test]
    fn a_request_that_somebody_waits_for_is_never_made_anew() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        assert_eq!(seat_in_flight(&mut cell, 60_000), first);
        cell.leave(first);
        assert_eq!(seat_in_flight(&mut cell, 120_000), first);
    }

    #[test]
    fn the_place_of_another_request_is_not_given_up() {
        let mut cell = holding(HOUR);
        let renewing = seat(&mut cell, HOUR - 1000);
        cell.leave(renewing + 1);
        assert!(cell.is_ready(at(HOUR - 1000)), "one renews already");
    }
}

mod life {
    use super::*;

    #[test]
    fn a_token_is_good_until_the_very_end_of_its_time() {
        let cell = holding(HOUR);
        assert!(cell.is_good(at(HOUR - 1)));
        assert!(!cell.is_good(at(HOUR)));
    }

    #[test]
    fn a_tokens_time_began_when_it_was_asked_for() {
        let mut cell = TokenCell::new();
        let number = seat(&mut cell, 5000);
        cell.land(number, at(8000), Ok(&token(10_000)));
        assert!(cell.is_ready(at(13_999)));
        assert!(!cell.is_ready(at(14_000)), "it is renewed early");
        assert!(cell.is_good(at(14_999)));
        assert!(!cell.is_good(at(15_000)));
    }

    #[test]
    fn one_caller_renews_early_while_the_others_go_on() {
        let mut cell = holding(HOUR);
        assert!(cell.is_ready(at(HOUR - 240_001)));
        assert!(!cell.is_ready(at(HOUR - 240_000)));
        let renewing = seat(&mut cell, HOUR - 240_000);
        assert!(cell.is_ready(at(HOUR - 1)));
        assert!(!cell.is_ready(at(HOUR)), "now all must wait");
        cell.leave(renewing);
        assert!(!cell.is_ready(at(HOUR - 1)), "somebody else must take over");
    }

    #[test]
    fn a_token_for_one_request_serves_one() {
        let mut cell = holding(0);
        assert!(cell.is_ready(at(0)));
        assert!(cell.stamp().is_some());
        assert!(!cell.is_ready(at(0)));
        assert!(!cell.is_good(at(0)));
    }

    #[test]
    fn all_who_waited_for_a_token_for_one_request_use_it() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        seat_in_flight(&mut cell, 0);
        cell.land(first, at(0), Ok(&token(0)));
        assert_eq!(cell.stamp().unwrap().1, 1);
        assert_eq!(cell.stamp().unwrap().1, 1);
        assert_ne!(
            seat(&mut cell, 0),
            first,
            "whoever comes later waits for another"
        );
    }

    #[test]
    fn a_token_whose_time_is_over_when_it_comes_serves_one_request() {
        for (landed, is_over) in [(9999, false), (10_000, true), (20_000, true)] {
            let mut cell = TokenCell::new();
            let number = seat(&mut cell, 0);
            cell.land(number, at(landed), Ok(&token(10_000)));
            cell.leave(number);
            assert_eq!(cell.is_ready(at(landed)), is_over, "{landed}");
            cell.stamp();
            assert!(!cell.is_ready(at(landed)), "{landed}");
            assert_eq!(cell.is_good(at(landed)), !is_over, "{landed}");
        }
    }

    #[test]
    fn without_a_token_there_is_nothing_to_stamp() {
        let mut cell = TokenCell::<()>::new();
        assert!(cell.stamp().is_none());
        assert!(!cell.is_ready(at(0)) && !cell.is_good(at(0)));
    }
}

mod failures {
    use super::*;

    #[test]
    fn a_failed_renewal_keeps_the_old_token_and_backs_off() {
        let mut cell = holding(HOUR);
        let now = HOUR - 100_000;
        fail(&mut cell, now, ErrorKind::Service);
        assert!(cell.is_good(at(now)) && cell.is_ready(at(now + 9999)));
        assert!(!cell.is_ready(at(now + 10_000)), "it is tried again");
        assert!(!cell.is_good(at(HOUR)));
    }

    #[test]
    fn a_refused_renewal_backs_off_for_thirty_seconds() {
        let mut cell = holding(HOUR);
        let now = HOUR - 100_000;
        fail(&mut cell, now, ErrorKind::Unauthorized);
        assert!(cell.is_ready(at(now + 29_999)));
        assert!(!cell.is_ready(at(now + 30_000)), "it is tried again");
    }

    #[test]
    fn a_refusal_answers_for_thirty_seconds() {
        let mut cell = TokenCell::new();
        fail(&mut cell, 1000, ErrorKind::Unauthorized);
        for moment in [1000, 30_999] {
            let Denial::Failed(error) = denial(&mut cell, moment) else {
                panic!("the tokens are not what was refused");
            };
            assert_eq!(
                error.to_string(),
                failure(ErrorKind::Unauthorized).to_string()
            );
        }
        fetch(&mut cell, 31_000, HOUR);
        assert!(cell.is_ready(at(31_000)));
    }

    #[test]
    fn any_other_failure_answers_for_one_second() {
        let mut cell = TokenCell::new();
        fail(&mut cell, 1000, ErrorKind::Timeout);
        for moment in [1000, 1999] {
            assert!(matches!(denial(&mut cell, moment), Denial::Failed(_)));
        }
        fetch(&mut cell, 2000, HOUR);
    }

    #[test]
    fn the_failure_of_a_renewal_answers_once_the_old_token_is_over() {
        let mut cell = holding(HOUR);
        fail(&mut cell, HOUR - 500, ErrorKind::Service);
        assert!(cell.is_ready(at(HOUR - 1)));
        assert!(matches!(denial(&mut cell, HOUR), Denial::Failed(_)));
        fetch(&mut cell, HOUR + 500, HOUR);
    }

    #[test]
    fn a_token_clears_what_failed_before_it() {
        let mut cell = holding(HOUR);
        let renewing = seat(&mut cell, HOUR - 1000);
        cell.land(renewing, at(HOUR - 1000), Err(&failure(ErrorKind::Service)));
        fetch(&mut cell, HOUR, 1000);
        assert!(cell.is_ready(at(HOUR + 899)));
        assert!(!cell.is_ready(at(HOUR + 900)), "no back-off is left");
    }

    #[test]
    fn a_failure_is_recorded_once_for_all_who_waited() {
        let mut cell = TokenCell::new();
        let first = seat(&mut cell, 0);
        let second = seat_in_flight(&mut cell, 0);
        cell.land(first, at(0), Err(&failure(ErrorKind::Service)));
        cell.land(second, at(900), Err(&failure(ErrorKind::Service)));
        seat(&mut cell, 1000);
    }
}

mod refusals {
    use super::*;

    #[test]
    fn a_late_refusal_does_not_touch_a_newer_token() {
        let mut cell = holding(HOUR);
        let (_, old) = cell.stamp().unwrap();
        cell.refuse(old, at(1));
        assert!(!cell.is_ready(at(1)));
        fetch(&mut cell, 1, HOUR);
        cell.refuse(old, at(2));
        assert!(cell.is_ready(at(2)));
    }

    #[test]
    fn a_token_that_was_not_asked_for_after_a_refusal_may_be_refused_at_once() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        seat(&mut cell, 0);
    }

    #[test]
    fn a_new_token_that_is_refused_too_stops_all_requests_for_one_second() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 100, HOUR);
        refuse(&mut cell, 5099);
        for moment in [5099, 6098] {
            assert!(matches!(denial(&mut cell, moment), Denial::TokensRefused));
        }
        seat(&mut cell, 6099);
    }

    #[test]
    fn a_new_token_that_is_refused_after_five_seconds_is_replaced() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 100, HOUR);
        refuse(&mut cell, 5100);
        seat(&mut cell, 5100);
    }

    #[test]
    fn a_storm_is_counted_from_its_first_refusal() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 0, HOUR);
        let (_, generation) = cell.stamp().unwrap();
        for moment in [600, 1100, 1599] {
            cell.refuse(generation, at(moment));
        }
        seat(&mut cell, 1600);
    }

    #[test]
    fn a_token_is_taken_for_the_last_refused_ones_successor_whatever_failed_between() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fail(&mut cell, 0, ErrorKind::Service);
        fetch(&mut cell, 1000, HOUR);
        refuse(&mut cell, 1500);
        assert!(matches!(denial(&mut cell, 1500), Denial::TokensRefused));
    }

    #[test]
    fn a_renewal_does_not_follow_a_refusal_long_past() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 0, HOUR);
        fetch(&mut cell, HOUR - 1000, HOUR);
        refuse(&mut cell, HOUR - 1000);
        seat(&mut cell, HOUR - 1000);
    }

    #[test]
    fn whoever_is_refused_waits_for_the_renewal_under_way() {
        let mut cell = holding(3000);
        refuse(&mut cell, 0);
        fetch(&mut cell, 0, 3000);
        let renewing = seat(&mut cell, 2700);
        refuse(&mut cell, 2800);
        assert_eq!(seat_in_flight(&mut cell, 2800), renewing);
        cell.land(renewing, at(2900), Ok(&token(HOUR)));
        refuse(&mut cell, 2900);
        seat(&mut cell, 2900); // it was asked for before the refusal
    }

    #[test]
    fn a_new_token_in_place_of_a_refused_one_has_half_a_second_to_get_about() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 100, HOUR);
        refuse(&mut cell, 599);
        assert!(cell.is_ready(at(599)), "it is kept");
        refuse(&mut cell, 600);
        assert!(matches!(denial(&mut cell, 600), Denial::TokensRefused));
    }

    #[test]
    fn a_token_for_one_request_has_no_time_to_get_about() {
        let mut cell = holding(HOUR);
        refuse(&mut cell, 0);
        fetch(&mut cell, 100, 0);
        let (_, generation) = cell.stamp().unwrap();
        cell.refuse(generation, at(101));
        assert!(matches!(denial(&mut cell, 101), Denial::TokensRefused));
    }

    /// F80: fifty callers, each of whom tries again at once, for ten seconds. A token has half a
    /// second to get about, and then nobody asks for a second.
    #[test]
    fn a_storm_of_refusals_costs_one_token_request_in_a_second_and_a_half() {
        let mut cell = TokenCell::new();
        let mut requests = 0;
        for moment in 0..10_000 {
            for _ in 0..50 {
                let joined = cell.join(at(moment), || requests += 1);
                if let Ok(Some(seat)) = joined {
                    cell.land(seat.number, at(moment), Ok(&token(HOUR)));
                    cell.leave(seat.number);
                }
                if let Some((_, generation)) = cell.stamp() {
                    cell.refuse(generation, at(moment));
                }
            }
        }
        assert_eq!(requests, 1 + 7);
    }
}
