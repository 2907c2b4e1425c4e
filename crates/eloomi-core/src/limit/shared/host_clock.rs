//! The clock that all processes of a host read.

use std::{fmt::Debug, fs, sync::OnceLock, time::Duration};

use super::Unshared;

/// A moment, in nanoseconds since the host started, rounded down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Uptime(pub(crate) u64);

impl Uptime {
    /// How much is lost by rounding down.
    pub(super) const RESOLUTION: Duration = Duration::from_millis(10);

    /// The same moment, rounded up.
    pub(super) fn latest(self) -> Self {
        self.after(Self::RESOLUTION)
    }

    /// So much later; stops at the end of time.
    pub(super) fn after(self, duration: Duration) -> Self {
        let nanoseconds = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
        Self(self.0.saturating_add(nanoseconds))
    }

    /// The time from `earlier` to this moment; zero if `earlier` is later.
    pub(super) fn since(self, earlier: Self) -> Duration {
        Duration::from_nanos(self.0.saturating_sub(earlier.0))
    }
}

/// What a clock of the host shows, and which clock that is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) clock: ClockId,
    pub(crate) now: Uptime,
}

/// Which clock: moments of two clocks cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockId {
    /// Another one after each start of the host.
    pub(crate) boot: u128,
    /// Another one in each time namespace, whose uptime may be off by any amount.
    pub(crate) namespace: u64,
}

/// Tells the time to all processes alike.
pub(crate) trait HostClock: Debug + Send {
    /// The time now, or why there is none.
    fn read(&self) -> Result<Reading, Unshared>;
}

/// Linux's own clock: it goes on while the host is suspended, and stays when the date is set.
/// Read as a file, in hundredths of a second, because the standard library has no call for it.
#[derive(Debug, Default)]
pub(super) struct ProcUptime {
    clock: OnceLock<Option<ClockId>>,
}

impl HostClock for ProcUptime {
    fn read(&self) -> Result<Reading, Unshared> {
        let clock = *self.clock.get_or_init(clock_id);
        let uptime = fs::read_to_string("/proc/uptime").ok();
        let now = uptime.as_deref().and_then(parse);
        match (clock, now) {
            (Some(clock), Some(now)) => Ok(Reading { clock, now }),
            _ => Err(Unshared::Clock),
        }
    }
}

/// `15867.67 15850.16`: since the start, and idle.
fn parse(uptime: &str) -> Option<Uptime> {
    let (seconds, hundredths) = uptime.split_whitespace().next()?.split_once('.')?;
    let seconds: u64 = seconds.parse().ok()?;
    let hundredths: u64 = hundredths.parse().ok().filter(|number| *number < 100)?;
    let nanoseconds = seconds.checked_mul(1_000_000_000)? + hundredths * 10_000_000;
    Some(Uptime(nanoseconds))
}

#[cfg(target_os = "linux")]
fn clock_id() -> Option<ClockId> {
    use std::os::unix::fs::MetadataExt as _;

    // Container tools that show a container its own uptime lay a file of theirs over it.
    let device = |path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    if device("/proc/uptime")? != device("/proc/self")? {
        return None;
    }
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let boot = u128::from_str_radix(&boot.trim().replace('-', ""), 16).ok()?;
    // Not there on kernels that have no time namespaces.
    let namespace = fs::read_link("/proc/self/ns/time").unwrap_or_default();
    let namespace = inode(namespace.to_str()?).unwrap_or(0);
    Some(ClockId { boot, namespace })
}

/// `time:[4026531834]`: the number that is a namespace's name.
#[cfg(target_os = "linux")]
fn inode(link: &str) -> Option<u64> {
    link.strip_prefix("time:[")?.strip_suffix(']')?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
fn clock_id() -> Option<ClockId> {
    None
}

#[cfg(test)]
pub(crate) mod by_hand {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A host's clock that a test sets; clones show the same.
    #[derive(Clone, Debug)]
    pub(crate) struct HandSet(Arc<Mutex<Result<Reading, Unshared>>>);

    impl HandSet {
        pub(crate) fn new() -> Self {
            let clock = ClockId {
                boot: 1,
                namespace: 1,
            };
            let now = Uptime(0);
            Self(Arc::new(Mutex::new(Ok(Reading { clock, now }))))
        }

        /// Sets the time since the start of the host; what is shown is rounded down.
        pub(crate) fn set(&self, since_start: Duration) {
            self.change(|reading| {
                let hundredths = u64::try_from(since_start.as_millis() / 10).unwrap();
                reading.now = Uptime(hundredths * 10_000_000);
            });
        }

        pub(crate) fn change(&self, change: impl FnOnce(&mut Reading)) {
            if let Ok(reading) = &mut *self.0.lock().unwrap() {
                change(reading);
            }
        }

        /// From now on it cannot be read.
        pub(crate) fn stop(&self) {
            *self.0.lock().unwrap() = Err(Unshared::Clock);
        }
    }

    impl HostClock for HandSet {
        fn read(&self) -> Result<Reading, Unshared> {
            *self.0.lock().unwrap()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_uptime_has_two_decimals() {
        assert_eq!(
            parse("15867.67 15850.16\n"),
            Some(Uptime(15_867_670_000_000))
        );
        for text in [
            "",
            "15867",
            "15867.6x 1.0",
            "-1.00 1.0",
            "1.100 1.0",
            "99999999999999.00",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_time_namespace_has_a_number() {
        assert_eq!(inode("time:[4026531834]"), Some(4_026_531_834));
        for link in ["", "time:[]", "net:[4026531834]"] {
            assert_eq!(inode(link), None, "{link}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_hosts_clock_is_one_clock_and_never_goes_back() {
        let (first, second) = (ProcUptime::default(), ProcUptime::default());
        let (first, second) = (first.read().unwrap(), second.read().unwrap());
        assert_eq!(first.clock, second.clock);
        assert!(second.now >= first.now && first.now > Uptime(0));
    }
}
