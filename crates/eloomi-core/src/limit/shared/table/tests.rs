use super::*;
use crate::limit::shared::host_clock::ClockId;

const HEADER: Header = Header {
    clock: ClockId {
        boot: 1,
        namespace: 1,
    },
    window: Duration::from_secs(60),
    capacity: 2,
};
const COOLING: Cooling = Cooling {
    window: Duration::from_secs(60),
    margin: Duration::ZERO,
    linger: Duration::from_secs(5),
};
const LEASE: u64 = 30;

fn at(seconds: u64) -> Uptime {
    Uptime(seconds * 1_000_000_000)
}

fn take(table: &mut Table, holder: u32, seconds: u64) -> Result<Claim, Option<Uptime>> {
    let taker = Taker {
        holder,
        number: u32::try_from(seconds).unwrap(),
        until: at(seconds + LEASE + 60),
    };
    table.take(at(seconds), 2, taker)
}

fn cools(seconds: u64) -> Settled {
    Settled::Cools {
        until: at(seconds),
        is_counted: true,
    }
}

/// What another process reads of it.
fn read(table: &Table, header: Header, seconds: u64) -> Result<Table, Unshared> {
    let (_, bytes) = Table {
        header: table.header,
        records: table.records.clone(),
        changed: Changed::All,
    }
    .pieces()
    .remove(0);
    Table::read(
        &bytes,
        header,
        at(seconds),
        COOLING,
        Duration::from_secs(95),
    )
}

#[test]
fn a_slot_is_free_exactly_when_it_has_cooled_down() {
    let mut table = Table::free(HEADER);
    let first = take(&mut table, 1, 0).unwrap();
    take(&mut table, 2, 1).unwrap();
    assert_eq!(take(&mut table, 1, 2), Err(None), "answers must come first");
    table.settle(first, cools(62));
    assert_eq!(take(&mut table, 2, 61), Err(Some(at(62))));
    assert!(take(&mut table, 2, 62).is_ok());
}

#[test]
fn a_slot_that_nobody_settles_cools_down_from_the_end_of_its_lease() {
    let mut table = Table::free(HEADER);
    take(&mut table, 1, 0).unwrap();
    take(&mut table, 1, 0).unwrap();
    assert_eq!(take(&mut table, 2, LEASE + 59), Err(None));
    assert!(take(&mut table, 2, LEASE + 60).is_ok());
}

#[test]
fn a_request_that_never_left_frees_its_slot_at_once() {
    let mut table = Table::free(HEADER);
    let first = take(&mut table, 1, 0).unwrap();
    take(&mut table, 1, 0).unwrap();
    table.settle(first, Settled::Unsent);
    assert!(take(&mut table, 2, 0).is_ok());
    table.settle(first, Settled::Unsent);
    assert_eq!(take(&mut table, 2, 0), Err(None), "it is another's now");
}

#[test]
fn a_request_that_outlives_its_lease_has_another_slot_cool_down() {
    let mut table = Table::free(HEADER);
    let late = take(&mut table, 1, 0).unwrap();
    take(&mut table, 2, 100).unwrap();
    table.settle(late, cools(170));
    assert_eq!(table.used(at(100)), (1, 1));
    assert_eq!(take(&mut table, 2, 101), Err(Some(at(170))));
}

#[test]
fn who_has_a_smaller_budget_takes_no_more_than_that() {
    let mut table = Table::free(HEADER);
    let claim = take(&mut table, 1, 0).unwrap();
    table.settle(claim, cools(60));
    let taker = Taker {
        holder: 2,
        number: 1,
        until: at(100),
    };
    assert_eq!(table.take(at(1), 1, taker), Err(Some(at(60))));
}

#[test]
fn who_has_a_larger_budget_adds_free_slots() {
    let mut table = Table::free(HEADER);
    take(&mut table, 1, 0).unwrap();
    let larger = Header {
        capacity: 5,
        ..HEADER
    };
    let mut table = read(&table, larger, 1).unwrap();
    assert_eq!(table.used(at(1)), (1, 0));
    for _ in 0..4 {
        let taker = Taker {
            holder: 2,
            number: 1,
            until: at(100),
        };
        table.take(at(1), 5, taker).unwrap();
    }
    assert_eq!(read(&table, HEADER, 1).unwrap().used(at(1)), (5, 0));
}

#[test]
fn slots_from_before_the_host_started_cool_down_for_a_window_from_then() {
    let mut table = Table::free(HEADER);
    take(&mut table, 1, 500).unwrap();
    let clock = ClockId {
        boot: 2,
        namespace: 1,
    };
    let header = Header { clock, ..HEADER };
    let mut again = read(&table, header, 20).unwrap();
    assert_eq!(take(&mut again, 2, 64), Err(Some(at(65))));
    assert!(take(&mut again, 2, 65).is_ok());
}

#[test]
fn what_another_clock_or_window_wrote_is_not_touched() {
    let table = Table::free(HEADER);
    let clock = ClockId {
        boot: 1,
        namespace: 2,
    };
    let other = Header { clock, ..HEADER };
    assert_eq!(read(&table, other, 1).unwrap_err(), Unshared::OtherClock);
    let other = Header {
        window: Duration::from_secs(1),
        ..HEADER
    };
    assert_eq!(read(&table, other, 1).unwrap_err(), Unshared::OtherWindow);
}

#[test]
fn a_slot_taken_in_the_future_is_damage() {
    let mut table = Table::free(HEADER);
    take(&mut table, 1, 500).unwrap();
    let mut again = read(&table, HEADER, 499).unwrap();
    assert_eq!(again.changed, Changed::All);
    let end = at(499 + 95).latest();
    assert_eq!(take(&mut again, 2, 500), Err(Some(end)));
    assert!(
        again
            .take(
                end,
                2,
                Taker {
                    holder: 2,
                    number: 1,
                    until: end
                }
            )
            .is_ok()
    );
}

#[test]
fn others_are_counted_by_what_the_service_may_and_must_have_seen() {
    let larger = Header {
        capacity: 9,
        ..HEADER
    };
    let mut table = Table::free(larger);
    let mut take = |holder, seconds| {
        let taker = Taker {
            holder,
            number: 1,
            until: at(seconds + 90),
        };
        table.take(at(seconds), 9, taker).unwrap()
    };
    let counted = take(1, 100);
    let uncertain = take(2, 101);
    let answered_later = take(3, 102);
    take(4, 103);
    let mine = take(5, 104);
    for (claim, until, is_counted) in [
        (counted, at(163), true),
        (uncertain, at(163), false),
        (answered_later, at(165), true),
    ] {
        table.settle(claim, Settled::Cools { until, is_counted });
    }
    let others = |seconds| table.others(mine, at(seconds), COOLING).unwrap();
    let seen = |certain| Others {
        certain,
        possible: 4,
    };
    assert_eq!(others(106), seen(1));
    let seen_at = |now| table.others(mine, now, COOLING).unwrap();
    let almost = Uptime(at(160).0 - 10_000_001);
    assert_eq!(seen_at(almost), seen(1));
    let resolution_before = Uptime(at(160).0 - 10_000_000);
    assert_eq!(
        seen_at(resolution_before),
        seen(0),
        "the first may have left the window"
    );
}

#[test]
fn what_was_free_again_when_a_request_left_is_none_of_the_others() {
    let mut table = Table::free(HEADER);
    let unsent = take(&mut table, 1, 0).unwrap();
    let answered = take(&mut table, 1, 0).unwrap();
    table.settle(unsent, Settled::Unsent);
    table.settle(answered, cools(60));
    let mine = take(&mut table, 2, 60).unwrap();
    let others = table.others(mine, at(61), COOLING).unwrap();
    assert_eq!(others, Others::default());
}

#[test]
fn a_late_answer_changes_nothing_where_no_slot_is_free_sooner() {
    let mut table = Table::free(HEADER);
    let late = take(&mut table, 1, 0).unwrap();
    let other = take(&mut table, 2, 0).unwrap();
    take(&mut table, 3, 100).unwrap();
    table.settle(
        other,
        Settled::Cools {
            until: at(170),
            is_counted: false,
        },
    );
    let before = table.records.clone();
    table.settle(late, cools(170));
    assert_eq!(table.records, before);
}

#[test]
fn a_slot_is_used_until_the_moment_at_which_it_is_free() {
    let mut table = Table::free(HEADER);
    let claim = take(&mut table, 1, 0).unwrap();
    table.settle(claim, cools(60));
    assert_eq!(table.used(at(59)), (0, 1));
    assert_eq!(table.used(at(60)), (0, 0));
}

#[test]
fn slots_of_which_nothing_is_known_may_have_been_counted() {
    let table = Table::cooling(HEADER, at(60));
    let expected = Record {
        until: at(60),
        state: State::Uncertain,
        ..Record::FREE
    };
    assert_eq!(table.records, [expected; 2]);
}

#[test]
fn a_file_that_is_only_read_is_not_written() {
    let table = Table::free(HEADER);
    let same = read(&table, HEADER, 1).unwrap();
    assert_eq!(same.changed, Changed::These(Vec::new()));
    assert_eq!(same.pieces(), []);
}

#[test]
fn the_longest_file_has_65536_slots_however_large_the_budget() {
    let header = Header {
        capacity: u32::MAX,
        ..HEADER
    };
    let (_, bytes) = Table::free(header).pieces().remove(0);
    assert_eq!(bytes.len() as u64, Table::LONGEST);
    assert_eq!(bytes.len(), 64 + 65_536 * 32);
}
