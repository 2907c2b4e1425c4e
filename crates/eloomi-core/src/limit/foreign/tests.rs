use super::*;

const ALONE: Option<Others> = Some(Others {
    certain: 0,
    possible: 0,
});

const MINUTE: Duration = Duration::from_secs(60);

fn at(seconds: u64) -> Tick {
    Tick(Duration::from_secs(seconds))
}

fn told(used: u64) -> Told {
    Told {
        limit: Some(600),
        remaining: Some(600 - used),
        is_counted: true,
        ..Told::default()
    }
}

#[test]
fn alone_nothing_is_left_to_others_though_requests_are_under_way() {
    let mut foreign = Foreign::new(MINUTE);
    for number in 1..=8 {
        foreign.sent(number, at(number));
    }
    // The service has seen all eight when it answers the first.
    foreign.answered(1, at(9), &told(8), ALONE);
    assert_eq!(foreign.share(at(9)), 0);
}

#[test]
fn one_request_too_many_is_proof_of_somebody_else() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(1), &told(31), ALONE);
    assert_eq!(foreign.share(at(1)), 30 + GUARD);
    assert_eq!(foreign.share(at(60)), 30 + GUARD);
}

#[test]
fn the_share_follows_the_last_window_while_somebody_is_believed_in() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(1), &told(31), ALONE);
    foreign.sent(2, at(30));
    foreign.answered(2, at(31), &told(12), ALONE);
    assert_eq!(foreign.share(at(60)), 30 + GUARD, "the highest counts");
    assert_eq!(foreign.share(at(61)), 10 + GUARD, "it has left the window");
    assert_eq!(foreign.share(at(630)), GUARD, "nothing new is known");
    assert_eq!(foreign.share(at(631)), 0, "and nobody is believed in");
}

#[test]
fn a_request_whose_answer_is_lost_may_have_been_counted_until_it_cannot_arrive() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.lost(1, at(5));
    foreign.sent(2, at(64));
    foreign.answered(2, at(65), &told(2), ALONE);
    assert_eq!(foreign.share(at(65)), 0, "the lost one explains it");
    foreign.sent(3, at(66));
    foreign.answered(3, at(66), &told(3), ALONE);
    assert_eq!(foreign.share(at(66)), 1 + GUARD, "it cannot any more");
}

#[test]
fn what_never_left_explains_nothing() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.unsent(1);
    foreign.sent(2, at(1));
    foreign.answered(2, at(2), &told(2), ALONE);
    assert_eq!(foreign.share(at(2)), 1 + GUARD);
}

#[test]
fn those_whom_the_budget_is_shared_with_are_nobody_else() {
    let others = Others {
        certain: 20,
        possible: 30,
    };
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(1), &told(31), Some(others));
    assert_eq!(foreign.share(at(1)), 0, "they and this one explain it");
    foreign.sent(2, at(2));
    foreign.answered(2, at(3), &told(33), Some(others));
    assert_eq!(foreign.share(at(3)), 11 + GUARD, "one is too many");
    foreign.sent(3, at(4));
    foreign.answered(3, at(5), &told(500), None);
    assert_eq!(foreign.share(at(5)), 11 + GUARD, "nothing is known of them");
}

#[test]
fn an_answer_without_headers_tells_nothing() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(1), &Told::default(), ALONE);
    assert_eq!(foreign.share(at(1)), 0);
}

#[test]
fn a_request_that_left_a_window_ago_may_be_out_of_the_services_window() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(5));
    foreign.answered(1, at(6), &told(1), ALONE);
    foreign.sent(2, at(64));
    foreign.answered(2, at(65), &told(3), ALONE);
    assert_eq!(foreign.share(at(65)), 2 + GUARD);
}

#[test]
fn a_request_answered_after_another_left_may_have_been_counted_after_it() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.sent(2, at(1));
    foreign.answered(2, at(2), &told(2), ALONE);
    foreign.answered(1, at(3), &told(4), ALONE);
    assert_eq!(foreign.share(at(3)), 3 + GUARD);
}

#[test]
fn a_refused_request_may_have_been_counted_or_not() {
    let refused = Told {
        is_counted: false,
        ..told(0)
    };
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(1), &refused, ALONE);
    foreign.sent(2, at(2));
    foreign.answered(2, at(3), &told(2), ALONE);
    assert_eq!(foreign.share(at(3)), 0, "it explains one");
    foreign.sent(3, at(4));
    foreign.answered(3, at(5), &told(4), ALONE);
    assert_eq!(foreign.share(at(5)), 2 + GUARD, "and may be none");
}

#[test]
fn what_has_left_the_window_explains_nothing_though_an_answer_is_still_to_come() {
    let mut foreign = Foreign::new(MINUTE);
    foreign.sent(1, at(0));
    foreign.answered(1, at(40), &told(1), ALONE);
    foreign.sent(2, at(45));
    foreign.sent(3, at(100));
    foreign.answered(3, at(101), &told(3), ALONE);
    assert_eq!(foreign.share(at(101)), 2 + GUARD);
}

#[test]
fn the_oldest_request_is_that_of_the_window_and_not_of_all_time() {
    let mut foreign = Foreign::new(MINUTE);
    assert_eq!(foreign.oldest(at(5)), None);
    foreign.sent(1, at(5));
    foreign.sent(2, at(15));
    assert_eq!(foreign.oldest(at(64)), Some(at(5)));
    assert_eq!(foreign.oldest(at(65)), Some(at(15)));
    assert_eq!(foreign.oldest(at(75)), None);
}

#[test]
fn nothing_is_kept_that_no_window_can_hold() {
    let mut foreign = Foreign::new(MINUTE);
    for number in 1..=1000 {
        foreign.sent(number, at(number * 30));
        foreign.answered(number, at(number * 30), &told(1), ALONE);
    }
    assert_eq!((foreign.ours.len(), foreign.upper.len()), (2, 2));
}
