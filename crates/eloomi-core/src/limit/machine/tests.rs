use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn at(milliseconds: u64) -> Tick {
    Tick(Duration::from_millis(milliseconds))
}

/// Sends one request, which need not wait.
fn send(machine: &mut Machine, now: Tick) -> Slot {
    let ticket = machine.join(Lane::Interactive, now);
    match machine.turn(ticket, now, SECOND) {
        Turn::Go(slot) => slot,
        turn => panic!("{turn:?}"),
    }
}

/// Sends one request and has this answer at once.
fn exchange(machine: &mut Machine, now: Tick, told: Told) {
    let slot = send(machine, now);
    machine.answered(slot, now, &told, Duration::ZERO);
}

/// A refusal that makes everybody wait for a second.
fn refusal() -> Told {
    Told {
        is_refused: true,
        wait: Some(SECOND),
        ..Told::default()
    }
}

#[test]
fn a_limit_that_is_said_again_is_not_raised_for_another_window() {
    let mut machine = Machine::new(Budget::new(600, 60 * SECOND));
    let limit = |limit| Told {
        limit: Some(limit),
        ..Told::default()
    };
    exchange(&mut machine, at(0), limit(300));
    exchange(&mut machine, at(30_000), limit(300));
    exchange(&mut machine, at(89_999), limit(600));
    assert_eq!(machine.stats(at(89_999)).limit, 300);
    exchange(&mut machine, at(90_000), limit(600));
    assert_eq!(machine.stats(at(90_000)).limit, 600);
}

#[test]
fn after_a_429_that_nobody_else_explains_slots_cool_for_longer() {
    for (window, free) in [(60, 61_000), (10, 10_500)] {
        let mut machine = Machine::new(Budget::new(1, window * SECOND));
        exchange(&mut machine, at(0), refusal());
        assert_eq!(machine.free_at(at(0)), Some(at(free)), "{window} s");
    }
}

#[test]
fn after_a_429_beside_somebody_else_slots_cool_no_longer() {
    let mut machine = Machine::new(Budget::new(2, 60 * SECOND));
    let told = Told {
        limit: Some(2),
        remaining: Some(0),
        is_counted: true,
        ..Told::default()
    };
    // Two are used, and one of them was not ours.
    exchange(&mut machine, at(0), told);
    let cooled = at(60_250);
    exchange(&mut machine, cooled, refusal());
    let free = cooled + 60 * SECOND + Duration::from_millis(250);
    assert_eq!(machine.free_at(cooled), Some(free));
}

#[test]
fn who_falls_back_pauses_with_the_slots_of_its_part() {
    let mut machine = Machine::with(
        Budget::new(6, 60 * SECOND).burst(6),
        Slots::own(),
        Sharing::File,
        2,
    );
    machine.fall_back(Unshared::Unusable, at(0), 5 * SECOND);
    assert_eq!(machine.free_at(at(0)), Some(at(5_000)));
    assert_eq!(machine.stats(at(0)).cooling, 3);
    for _ in 0..3 {
        send(&mut machine, at(5_000));
    }
    assert_eq!(machine.free_at(at(5_000)), None, "answers must come first");
}

#[test]
fn however_a_request_under_way_ends_another_one_may_go() {
    let ends: [fn(&mut Machine, Slot); 3] = [
        |machine, slot| {
            machine.answered(slot, at(1), &Told::default(), Duration::ZERO);
        },
        |machine, slot| machine.lost(slot, at(1)),
        |machine, slot| machine.unsent(slot),
    ];
    for end in ends {
        let mut machine = Machine::new(Budget::new(600, 60 * SECOND).under_way(2));
        let first = send(&mut machine, at(0));
        let _second = send(&mut machine, at(0));
        let third = machine.join(Lane::Interactive, at(0));
        assert_eq!(machine.turn(third, at(0), SECOND), Turn::Wait);
        end(&mut machine, first);
        assert!(matches!(machine.turn(third, at(1), SECOND), Turn::Go(_)));
    }
}

#[test]
fn a_request_whose_attempt_is_over_is_under_way_no_more() {
    let mut machine = Machine::new(Budget::new(600, 60 * SECOND).under_way(1));
    let _kept_and_not_polled = send(&mut machine, at(0));
    assert_eq!(machine.free_at(at(999)), None);
    assert_eq!(machine.free_at(at(1_000)), Some(at(1_000)));
}
