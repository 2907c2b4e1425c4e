//! The judge: how many arrivals the fullest window holds.

use std::time::Duration;

use crate::Tick;

/// The most arrivals in any half-open interval of a window's length.
pub(super) fn fullest(arrivals: &[Tick], window: Duration) -> usize {
    let mut first = 0;
    let mut most = 0;
    for (last, arrival) in arrivals.iter().enumerate() {
        while arrival.since(arrivals[first]) >= window {
            first += 1;
        }
        most = most.max(last + 1 - first);
    }
    most
}

#[test]
fn the_window_is_half_open() {
    let at = |seconds: &[u64]| -> Vec<Tick> {
        let ticks = seconds
            .iter()
            .map(|second| Tick(Duration::from_secs(*second)));
        ticks.collect()
    };
    let minute = Duration::from_secs(60);
    assert_eq!(fullest(&at(&[]), minute), 0);
    assert_eq!(fullest(&at(&[0, 0, 59]), minute), 3);
    assert_eq!(fullest(&at(&[0, 0, 60]), minute), 2);
    assert_eq!(fullest(&at(&[0, 30, 61, 80, 89]), minute), 4);
}
