//! The slots of a file, and what may be done with them: pure, with the time as an argument.

use std::time::Duration;

use super::{
    Unshared,
    host_clock::Uptime,
    record::{Header, Record, State},
};
use crate::limit::{foreign::Others, slots::Cooling};

/// The most slots that a file has; a larger budget is not used whole.
const MOST: u32 = 1 << 16;

/// A file's content.
#[derive(Debug)]
pub(super) struct Table {
    header: Header,
    records: Vec<Record>,
    /// What must be written.
    pub(super) changed: Changed,
}

/// What of a table differs from the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Changed {
    These(Vec<usize>),
    All,
}

/// A slot that was taken, for one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    place: usize,
    holder: u32,
    number: u32,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Its slot may be taken from `until` on.
    Cools { until: Uptime, is_counted: bool },
    /// It never left.
    Unsent,
}

/// Who takes a slot, and for how long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taker {
    pub(super) holder: u32,
    pub(super) number: u32,
    /// When the slot has cooled down if nothing is heard of the request again.
    pub(super) until: Uptime,
}

impl Table {
    /// How long a file can be.
    pub(super) const LONGEST: u64 = Header::SIZE as u64 + MOST as u64 * Record::SIZE as u64;

    /// Slots that were never taken.
    pub(super) fn free(mut header: Header) -> Self {
        header.capacity = header.capacity.min(MOST);
        Self {
            header,
            records: vec![Record::FREE; header.capacity as usize],
            changed: Changed::All,
        }
    }

    /// Slots that may all have been taken, and may be taken again from `until` on.
    pub(super) fn cooling(header: Header, until: Uptime) -> Self {
        let mut table = Self::free(header);
        table.records.fill(Record {
            until,
            state: State::Uncertain,
            ..Record::FREE
        });
        table
    }

    /// What stands in the file, as far as it can be believed: made anew, with all slots cooling
    /// down, if it is damaged or from before the host started. `lost` is how long a slot cools
    /// whose request nobody knows of, `cooling` how long after an answer.
    pub(super) fn read(
        bytes: &[u8],
        mine: Header,
        now: Uptime,
        cooling: Cooling,
        lost: Duration,
    ) -> Result<Self, Unshared> {
        let Some(table) = Self::parse(bytes) else {
            return Ok(Self::cooling(mine, now.latest().after(lost)));
        };
        let theirs = table.header;
        if theirs.clock.boot != mine.clock.boot {
            return Ok(Self::cooling(mine, Uptime(0).after(cooling.after_loss())));
        }
        if theirs.clock.namespace != mine.clock.namespace {
            return Err(Unshared::OtherClock);
        }
        if theirs.window != mine.window {
            return Err(Unshared::OtherWindow);
        }
        if table.records.iter().any(|slot| slot.claimed > now) {
            return Ok(Self::cooling(mine, now.latest().after(lost)));
        }
        Ok(table.grown(mine.capacity.min(MOST)))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (head, records) = bytes.split_first_chunk()?;
        let header = Header::read(head)?;
        let (records, rest) = records.as_chunks();
        if records.len() != header.capacity as usize || !rest.is_empty() {
            return None;
        }
        let records: Option<Vec<_>> = records.iter().map(Record::read).collect();
        let records = records?;
        Some(Self {
            header,
            records,
            changed: Changed::These(Vec::new()),
        })
    }

    /// With as many slots at least. Who has a smaller budget spends no more than that.
    fn grown(mut self, capacity: u32) -> Self {
        if capacity > self.header.capacity {
            self.header.capacity = capacity;
            self.records.resize(capacity as usize, Record::FREE);
            self.changed = Changed::All;
        }
        self
    }

    /// Takes a slot, if fewer than `limit` are used; otherwise says when that will be, or `None`
    /// if answers must come first.
    pub(super) fn take(
        &mut self,
        now: Uptime,
        limit: usize,
        taker: Taker,
    ) -> Result<Claim, Option<Uptime>> {
        let used = self.records.iter().filter(|slot| slot.until > now);
        let (mut cooling, mut count) = (Vec::new(), 0);
        for slot in used {
            count += 1;
            if slot.state != State::UnderWay {
                cooling.push(slot.until);
            }
        }
        let free = self.records.iter().position(|slot| slot.until <= now);
        let limit = limit.clamp(1, self.records.len());
        match free {
            Some(place) if count < limit => {
                self.set(
                    place,
                    Record {
                        until: taker.until,
                        claimed: now,
                        holder: taker.holder,
                        number: taker.number,
                        state: State::UnderWay,
                    },
                );
                Ok(Claim {
                    place,
                    holder: taker.holder,
                    number: taker.number,
                })
            }
            _ => {
                cooling.sort_unstable();
                Err(cooling.get(count - limit).copied())
            }
        }
    }

    /// A request is over. If its slot is no longer its own, because its lease has ended or the
    /// file was made anew, another slot cools down for it: the service may just have counted it.
    pub(super) fn settle(&mut self, claim: Claim, settled: Settled) {
        let is_own = self.record_of(claim).is_some();
        match settled {
            Settled::Unsent if is_own => self.set(claim.place, Record::FREE),
            Settled::Unsent => {}
            Settled::Cools { until, is_counted } => {
                // If none cools down for a shorter time, no slot is free before `until` anyhow.
                let shorter = |(_, slot): &(usize, &Record)| {
                    slot.state != State::UnderWay && slot.until < until
                };
                let other = || {
                    let slots = self.records.iter().enumerate().filter(shorter);
                    slots.min_by_key(|(_, slot)| slot.until)
                };
                let place = if is_own {
                    Some(claim.place)
                } else {
                    other().map(|(place, _)| place)
                };
                let Some(place) = place else { return };
                let state = if is_counted {
                    State::Counted
                } else {
                    State::Uncertain
                };
                let record = Record {
                    until,
                    state,
                    ..self.records[place]
                };
                self.set(place, record);
            }
        }
    }

    /// How many requests of others the service had in its window, between the departure of this
    /// one and now. `None` if its slot is no longer its own.
    pub(super) fn others(&self, claim: Claim, now: Uptime, cooling: Cooling) -> Option<Others> {
        let sent = self.record_of(claim)?.claimed;
        let theirs = self
            .records
            .iter()
            .filter(|slot| slot.holder != claim.holder);
        let mut others = Others::default();
        for slot in theirs {
            // A slot has one request at most in any window, so a record tells of all that count.
            others.possible += u64::from(slot.until > sent);
            let was_counted_before =
                slot.state == State::Counted && slot.until <= sent.after(cooling.after_answer());
            let is_in = slot.claimed.after(self.header.window) > now.latest();
            others.certain += u64::from(was_counted_before && is_in);
        }
        Some(others)
    }

    /// How many are under way, and how many cool down.
    pub(super) fn used(&self, now: Uptime) -> (usize, usize) {
        let used = self.records.iter().filter(|slot| slot.until > now);
        used.fold((0, 0), |(under_way, cooling), slot| match slot.state {
            State::UnderWay => (under_way + 1, cooling),
            _ => (under_way, cooling + 1),
        })
    }

    /// The pieces to write, each with its place in the file.
    pub(super) fn pieces(&self) -> Vec<(u64, Vec<u8>)> {
        match &self.changed {
            Changed::All => {
                let mut bytes = self.header.write().to_vec();
                bytes.extend(self.records.iter().flat_map(Record::write));
                vec![(0, bytes)]
            }
            Changed::These(places) => {
                let place = |place: &usize| (Header::SIZE + place * Record::SIZE) as u64;
                let piece = |at: &usize| (place(at), self.records[*at].write().to_vec());
                places.iter().map(piece).collect()
            }
        }
    }

    /// The slot of a claim, if nobody has taken it since.
    fn record_of(&self, claim: Claim) -> Option<&Record> {
        self.records.get(claim.place).filter(|slot| {
            slot.holder == claim.holder
                && slot.number == claim.number
                && slot.state == State::UnderWay
        })
    }

    fn set(&mut self, place: usize, record: Record) {
        self.records[place] = record;
        if let Changed::These(places) = &mut self.changed {
            places.push(place);
        }
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(others(160), seen(0), "the first has left the window");
    }
}
