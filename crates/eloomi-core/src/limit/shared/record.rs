//! How the file looks: a header and one record per slot, each with a check sum of its own.
//!
//! All numbers are little-endian. A record is written at once and lies within one page, so that
//! a process that is killed leaves the old one or the new one.
//!
//! ```text
//! header   magic 8, clock 16 + 8, window 8, capacity 4, nothing 12, check sum 8
//! record   until 8, claimed 8, holder 4, number 4, state 4, check sum 4
//! ```

use std::time::Duration;

use super::host_clock::{ClockId, Uptime};

/// What the file is, and its version.
const MAGIC: &[u8; 8] = b"elslots1";

/// What all slots have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) clock: ClockId,
    pub(super) window: Duration,
    /// How many slots there are.
    pub(super) capacity: u32,
}

impl Header {
    pub(super) const SIZE: usize = 64;

    pub(super) fn write(&self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        let window = u64::try_from(self.window.as_nanos()).unwrap_or(u64::MAX);
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..24].copy_from_slice(&self.clock.boot.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.clock.namespace.to_le_bytes());
        bytes[32..40].copy_from_slice(&window.to_le_bytes());
        bytes[40..44].copy_from_slice(&self.capacity.to_le_bytes());
        let sum = fnv1a(&bytes[..56]);
        bytes[56..].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// `None` if it is damaged, or something else.
    pub(super) fn read(bytes: &[u8; Self::SIZE]) -> Option<Self> {
        if &bytes[..8] != MAGIC || bytes[56..] != fnv1a(&bytes[..56]).to_le_bytes() {
            return None;
        }
        Some(Self {
            clock: ClockId {
                boot: u128::from_le_bytes(part(bytes, 8)),
                namespace: u64::from_le_bytes(part(bytes, 24)),
            },
            window: Duration::from_nanos(u64::from_le_bytes(part(bytes, 32))),
            capacity: u32::from_le_bytes(part(bytes, 40)),
        })
    }
}

/// One slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// From then on it may be taken, whatever its state.
    pub(super) until: Uptime,
    /// When it was taken last.
    pub(super) claimed: Uptime,
    /// By whom: a number by chance of each session. Process numbers would not do: a process may
    /// have several sessions, and a container has its own numbers.
    pub(super) holder: u32,
    /// For which of the holder's requests.
    pub(super) number: u32,
    pub(super) state: State,
}

/// What became of a slot's last request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// There was none, or it never left.
    Free = 0,
    /// It is under way, or its process is dead.
    UnderWay = 1,
    /// The service has counted it.
    Counted = 2,
    /// The service may have counted it.
    Uncertain = 3,
}

impl Record {
    pub(super) const SIZE: usize = 32;

    /// A slot that was never taken.
    pub(super) const FREE: Self = Self {
        until: Uptime(0),
        claimed: Uptime(0),
        holder: 0,
        number: 0,
        state: State::Free,
    };

    pub(super) fn write(&self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..8].copy_from_slice(&self.until.0.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.claimed.0.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.holder.to_le_bytes());
        bytes[20..24].copy_from_slice(&self.number.to_le_bytes());
        bytes[24..28].copy_from_slice(&(self.state as u32).to_le_bytes());
        let sum = fnv1a(&bytes[..28]).to_le_bytes();
        bytes[28..].copy_from_slice(&sum[..4]);
        bytes
    }

    /// `None` if it is damaged.
    pub(super) fn read(bytes: &[u8; Self::SIZE]) -> Option<Self> {
        if bytes[28..] != fnv1a(&bytes[..28]).to_le_bytes()[..4] {
            return None;
        }
        let states = [
            State::Free,
            State::UnderWay,
            State::Counted,
            State::Uncertain,
        ];
        let state = u32::from_le_bytes(part(bytes, 24));
        Some(Self {
            until: Uptime(u64::from_le_bytes(part(bytes, 0))),
            claimed: Uptime(u64::from_le_bytes(part(bytes, 8))),
            holder: u32::from_le_bytes(part(bytes, 16)),
            number: u32::from_le_bytes(part(bytes, 20)),
            state: *states.get(state as usize)?,
        })
    }
}

/// Fowler, Noll and Vo's hash: short, and the same everywhere. It finds damage and makes names;
/// it keeps no secret.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The bytes of one number.
fn part<const SIZE: usize>(bytes: &[u8], place: usize) -> [u8; SIZE] {
    let mut part = [0; SIZE];
    part.copy_from_slice(&bytes[place..][..SIZE]);
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: Header = Header {
        clock: ClockId {
            boot: u128::MAX - 7,
            namespace: 4_026_531_834,
        },
        window: Duration::from_secs(60),
        capacity: 600,
    };

    const RECORD: Record = Record {
        until: Uptime(u64::MAX),
        claimed: Uptime(5),
        holder: 6,
        number: 7,
        state: State::Uncertain,
    };

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(Header::read(&HEADER.write()), Some(HEADER));
        for state in [
            State::Free,
            State::UnderWay,
            State::Counted,
            State::Uncertain,
        ] {
            let record = Record { state, ..RECORD };
            assert_eq!(Record::read(&record.write()), Some(record));
        }
    }

    #[test]
    fn every_bit_that_flips_is_noticed() {
        for bit in 0..Header::SIZE * 8 {
            let mut bytes = HEADER.write();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Header::read(&bytes), None, "bit {bit} of the header");
        }
        for bit in 0..Record::SIZE * 8 {
            let mut bytes = RECORD.write();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Record::read(&bytes), None, "bit {bit} of a record");
        }
    }

    #[test]
    fn a_hole_in_the_file_is_no_free_slot() {
        assert_eq!(Header::read(&[0; Header::SIZE]), None);
        assert_eq!(Record::read(&[0; Record::SIZE]), None);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
