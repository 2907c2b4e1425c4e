//! The file of slots: each time it is opened, locked, read, changed and closed again.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

#[cfg(target_os = "linux")]
use super::network_drive;
use super::{
    Unshared,
    host_clock::{HostClock, ProcUptime, Uptime},
    private_file,
    record::Header,
    table::{Changed, Claim, Settled, Table, Taker},
};
use crate::{
    jitter,
    limit::{Budget, foreign::Others, slots::Cooling},
};

/// How often a lock is tried before the caller is asked to come again; others hold it for
/// microseconds.
const TRIES: u32 = 100;

/// When to come again then.
const SOON: Duration = Duration::from_millis(1);

/// The longest lease. Nobody waits for an answer for so long.
const LONGEST_LEASE: Duration = Duration::from_secs(3600);

/// In the lock file once there were slots.
const MARK: &[u8] =
    b"The slots beside this file are those of a rate limit. Delete neither alone.\n";

/// The slots that all processes of the host take from.
#[derive(Debug)]
pub(crate) struct SlotFile {
    slots: PathBuf,
    lock: PathBuf,
    clock: Box<dyn HostClock>,
    window: Duration,
    capacity: u32,
    /// This session, among those that take from the file.
    holder: u32,
    /// Counts the slots it took.
    number: u32,
    /// The longest time for which it took one: others may take theirs for as long.
    lease: Duration,
    /// What became of its requests, as far as the file does not know yet.
    owed: Vec<(Claim, Settled)>,
    was_used: bool,
    /// How the file looked last.
    seen: Option<Table>,
}

/// Why there is no slot.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NotTaken {
    /// Ask again so much later.
    Later(Duration),
    /// The file cannot be used, now or later. Nothing that was sent by its leave is counted after
    /// a pause.
    Unshared { why: Unshared, pause: Duration },
}

/// Why the file could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// This time; another time it can.
    Busy,
    /// And will not be.
    Unshared(Unshared),
}

impl From<Unshared> for Trouble {
    fn from(why: Unshared) -> Self {
        Self::Unshared(why)
    }
}

impl From<io::Error> for Trouble {
    /// What concerns this process alone passes: the others go on with the file, so nothing may
    /// be sent without it.
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{Interrupted, OutOfMemory, WouldBlock};

        // The same on all systems with such numbers: too many files are open.
        const TOO_MANY_OPEN: [i32; 2] = [23, 24];
        let is_passing = matches!(error.kind(), Interrupted | OutOfMemory | WouldBlock)
            || error
                .raw_os_error()
                .is_some_and(|number| TOO_MANY_OPEN.contains(&number));
        if is_passing {
            Self::Busy
        } else {
            Self::Unshared(Unshared::Unusable)
        }
    }
}

impl SlotFile {
    /// The file whose path this is, without its ending. Opens nothing yet.
    pub(crate) fn new(path: &Path, budget: Budget) -> Self {
        Self::by_clock(path, budget, Box::new(ProcUptime::default()))
    }

    pub(crate) fn by_clock(path: &Path, budget: Budget, clock: Box<dyn HostClock>) -> Self {
        let with = |ending| {
            let mut path = OsString::from(path);
            path.push(ending);
            PathBuf::from(path)
        };
        Self {
            slots: with(".v1"),
            lock: with(".lock"),
            clock,
            window: budget.window,
            capacity: budget.requests,
            holder: jitter::number(),
            number: 0,
            lease: Duration::ZERO,
            owed: Vec::new(),
            was_used: false,
            seen: None,
        }
    }

    /// Takes a slot, if fewer than `limit` are used, for as long as an attempt may take.
    pub(crate) fn take(
        &mut self,
        limit: usize,
        cooling: Cooling,
        attempt: Duration,
    ) -> Result<Claim, NotTaken> {
        let lease = attempt.saturating_add(cooling.linger).min(LONGEST_LEASE);
        self.lease = self.lease.max(lease);
        self.number = self.number.wrapping_add(1);
        let (holder, number) = (self.holder, self.number);
        let taken = self.open(cooling, |table, now| {
            let taker = Taker {
                holder,
                number,
                until: now.latest().after(lease).after(cooling.after_answer()),
            };
            let claim = table.take(now, limit, taker);
            claim.map_err(|until| until.map(|until| until.since(now)))
        });
        match taken {
            Ok(Ok(claim)) => Ok(claim),
            Ok(Err(wait)) => Err(NotTaken::Later(wait.unwrap_or_else(|| self.poll()))),
            Err(Trouble::Busy) => Err(NotTaken::Later(SOON)),
            Err(Trouble::Unshared(why)) => {
                let lost = self.lease.saturating_add(cooling.after_answer());
                let pause = if self.may_be_used() {
                    lost
                } else {
                    Duration::ZERO
                };
                Err(NotTaken::Unshared { why, pause })
            }
        }
    }

    /// A request is over: its slot cools down for so long from now on. If the file cannot be
    /// changed now, it will be another time; until then the lease holds the slot.
    pub(crate) fn cool(
        &mut self,
        claim: Claim,
        cooling: Cooling,
        duration: Duration,
        is_counted: bool,
    ) {
        if let Ok(reading) = self.clock.read() {
            let until = reading.now.latest().after(duration);
            self.settle(claim, Settled::Cools { until, is_counted }, cooling);
        }
    }

    /// A request never left.
    pub(crate) fn give_back(&mut self, claim: Claim, cooling: Cooling) {
        self.settle(claim, Settled::Unsent, cooling);
    }

    /// What the service knows of others in this file, beside the request of this claim.
    pub(crate) fn others(&mut self, claim: Claim, cooling: Cooling) -> Option<Others> {
        let others = self.open(cooling, |table, now| table.others(claim, now, cooling));
        others.ok().flatten()
    }

    /// How many are under way, and how many cool down, as far as was seen last.
    pub(crate) fn used(&self) -> (usize, usize) {
        match (&self.seen, self.clock.read()) {
            (Some(table), Ok(reading)) => table.used(reading.now),
            _ => (0, 0),
        }
    }

    fn settle(&mut self, claim: Claim, settled: Settled, cooling: Cooling) {
        self.owed.push((claim, settled));
        // What is owed is paid whenever the file is open.
        let _ = self.open(cooling, |_, _| ());
    }

    /// Where only answers can free a slot, and others get them.
    fn poll(&self) -> Duration {
        (self.window / 1200).clamp(SOON, Duration::from_millis(50))
    }

    /// Whether others may have taken slots.
    fn may_be_used(&self) -> bool {
        use io::ErrorKind::{NotADirectory, NotFound};

        let is_gone = |path: &Path| {
            let error = fs::symlink_metadata(path).err().map(|error| error.kind());
            matches!(error, Some(NotFound | NotADirectory))
        };
        let mut files = [&self.slots, &self.lock].into_iter();
        self.was_used || files.any(|path| !is_gone(path))
    }

    /// Reads the table, changes it and writes what has changed, while nobody else does.
    fn open<T>(
        &mut self,
        cooling: Cooling,
        act: impl FnOnce(&mut Table, Uptime) -> T,
    ) -> Result<T, Trouble> {
        self.prepare()?;
        let mut lock = self.locked()?;
        // Only now, so that it is no earlier than what stands in the file.
        let reading = self.clock.read()?;
        let header = Header {
            clock: reading.clock,
            window: self.window,
            capacity: self.capacity,
        };
        let now = reading.now;
        let lost = self.lease.saturating_add(cooling.after_answer());
        let mut marked = Vec::new();
        (&mut lock).take(1).read_to_end(&mut marked)?;
        let is_marked = !marked.is_empty();
        let file = private_file::open(&self.slots)?;
        let mut table = match &file {
            Some(file) => Table::read(&content(file)?, header, now, cooling, lost)?,
            None if is_marked || self.was_used => Table::cooling(header, now.latest().after(lost)),
            None => Table::free(header),
        };
        for (claim, settled) in &self.owed {
            table.settle(*claim, *settled);
        }
        let value = act(&mut table, now);
        if !is_marked {
            lock.write_all(MARK)?;
        }
        self.was_used = true;
        let file = match file {
            Some(file) => file,
            None => private_file::create(&self.slots)?,
        };
        write(&file, &table)?;
        self.owed.clear();
        self.seen = Some(table);
        Ok(value)
    }

    /// Makes the directory, or refuses it.
    fn prepare(&self) -> Result<(), Trouble> {
        let directory = self.slots.parent().unwrap_or(Path::new("."));
        if self.was_used {
            return private_file::directory(directory);
        }
        // Where there is no clock, nothing else need be tried.
        self.clock.read()?;
        private_file::directory(directory)?;
        #[cfg(target_os = "linux")]
        if network_drive::is_shared(&network_drive::file_system(directory)?) {
            return Err(Unshared::NetworkDrive.into());
        }
        Ok(())
    }

    /// The lock, held until it is dropped.
    fn locked(&self) -> Result<File, Trouble> {
        let file = match private_file::open(&self.lock)? {
            Some(file) => file,
            None => private_file::create(&self.lock)?,
        };
        lock(&self.lock, file)
    }
}

/// Locks a file that was opened at this path.
fn lock(path: &Path, file: File) -> Result<File, Trouble> {
    for _ in 0..TRIES {
        match file.try_lock() {
            // Another file at its place is another lock.
            Ok(()) if private_file::is_at(path, &file)? => return Ok(file),
            Ok(()) => break,
            Err(fs::TryLockError::WouldBlock) => thread::yield_now(),
            Err(fs::TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(Trouble::Busy)
}

/// All that stands in a file, and no more of it than a table can have.
fn content(file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(Table::LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write(mut file: &File, table: &Table) -> io::Result<()> {
    if table.changed == Changed::All {
        file.set_len(0)?;
    }
    for (place, bytes) in table.pieces() {
        file.seek(SeekFrom::Start(place))?;
        file.write_all(&bytes)?;
    }
    Ok(())
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
