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
mod tests;
