use std::os::unix::fs::{PermissionsExt as _, symlink};

use tempfile::TempDir;

use super::*;
use crate::limit::shared::host_clock::by_hand::HandSet;

const SECOND: Duration = Duration::from_secs(1);
const COOLING: Cooling = Cooling {
    window: Duration::from_secs(60),
    margin: Duration::from_millis(250),
    linger: Duration::from_secs(5),
};
const ATTEMPT: Duration = Duration::from_secs(30);

/// Until the slot of a request that nobody settles is free, as a process reads the clock.
const LOST: Duration = Duration::from_millis(95_260);
const ALMOST_LOST: Duration = Duration::from_millis(95_250);

/// A host with a directory for a budget of two requests a minute.
struct Host {
    directory: TempDir,
    clock: HandSet,
}

impl Host {
    /// It has been up for an hour.
    fn new() -> Self {
        let host = Self {
            directory: tempfile::tempdir().unwrap(),
            clock: HandSet::new(),
        };
        host.set(Duration::ZERO);
        host
    }

    /// Sets the time since the test began.
    fn set(&self, time: Duration) {
        self.clock.set(3600 * SECOND + time);
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.directory.path().join(format!("budget{ending}"))
    }

    fn process(&self) -> SlotFile {
        self.process_at(&self.path(""))
    }

    fn process_at(&self, path: &Path) -> SlotFile {
        let budget = Budget::new(2, 60 * SECOND);
        SlotFile::by_clock(path, budget, Box::new(self.clock.clone()))
    }
}

fn take(process: &mut SlotFile) -> Result<Claim, NotTaken> {
    process.take(2, COOLING, ATTEMPT)
}

/// Takes one and has the answer at once.
fn spend(process: &mut SlotFile) {
    let claim = take(process).unwrap();
    process.cool(claim, COOLING, COOLING.after_answer(), true);
}

/// All slots cool down from now on for as long as a request may be under way, and a window.
fn assert_cooling_down(host: &Host, process: &mut SlotFile, now: Duration) {
    host.set(now);
    assert_eq!(take(process), Err(NotTaken::Later(LOST)));
    host.set(now + ALMOST_LOST);
    assert!(matches!(take(process), Err(NotTaken::Later(_))));
    host.set(now + LOST);
    take(process).unwrap();
    take(process).unwrap();
}

#[test]
fn processes_take_from_the_same_slots() {
    let host = Host::new();
    let (mut one, mut two) = (host.process(), host.process());
    spend(&mut one);
    host.set(10 * SECOND);
    spend(&mut two);
    let wait = Duration::from_millis(50_260);
    assert_eq!(take(&mut one), Err(NotTaken::Later(wait)));
    assert_eq!(take(&mut two), Err(NotTaken::Later(wait)));
    assert_eq!(one.used(), (0, 2));
    host.set(10 * SECOND + wait);
    take(&mut one).unwrap();
}

#[test]
fn while_all_are_under_way_elsewhere_it_is_asked_every_50_ms() {
    let host = Host::new();
    let (mut one, mut two) = (host.process(), host.process());
    take(&mut one).unwrap();
    take(&mut one).unwrap();
    let soon = Duration::from_millis(50);
    assert_eq!(take(&mut two), Err(NotTaken::Later(soon)));
}

#[test]
fn the_slots_of_a_process_that_died_cool_down_from_the_end_of_their_lease() {
    let host = Host::new();
    let (mut one, mut two) = (host.process(), host.process());
    take(&mut one).unwrap();
    take(&mut one).unwrap();
    drop(one);
    host.set(ALMOST_LOST);
    assert!(matches!(take(&mut two), Err(NotTaken::Later(_))));
    host.set(LOST);
    take(&mut two).unwrap();
}

#[test]
fn the_files_are_the_users_alone() {
    let host = Host::new();
    take(&mut host.process()).unwrap();
    for ending in [".v1", ".lock"] {
        let mode = fs::metadata(host.path(ending))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{ending}");
    }
    let size = fs::metadata(host.path(".v1")).unwrap().len();
    assert_eq!(size, 64 + 2 * 32);
}

#[test]
fn a_directory_is_made_for_the_user_alone() {
    let host = Host::new();
    let inner = host.path("").join("inner");
    take(&mut host.process_at(&inner.join("budget"))).unwrap();
    let mode = fs::metadata(inner).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn a_damaged_file_is_made_anew_with_all_slots_cooling_down() {
    for damage in [
        |bytes: &mut Vec<u8>| bytes.clear(),
        |bytes: &mut Vec<u8>| bytes.truncate(100),
        |bytes: &mut Vec<u8>| bytes.push(0),
        |bytes: &mut Vec<u8>| bytes[3] ^= 1,
        |bytes: &mut Vec<u8>| bytes[70] ^= 1,
        |bytes: &mut Vec<u8>| bytes.fill(0),
    ] {
        let host = Host::new();
        let mut process = host.process();
        spend(&mut process);
        let mut bytes = fs::read(host.path(".v1")).unwrap();
        damage(&mut bytes);
        fs::write(host.path(".v1"), bytes).unwrap();
        assert_cooling_down(&host, &mut process, SECOND);
    }
}

#[test]
fn a_file_that_was_deleted_is_made_anew_with_all_slots_cooling_down() {
    let host = Host::new();
    spend(&mut host.process());
    fs::remove_file(host.path(".v1")).unwrap();
    assert_cooling_down(&host, &mut host.process(), SECOND);
}

#[test]
fn who_has_used_a_file_remembers_it_when_its_lock_is_deleted_too() {
    let host = Host::new();
    let mut process = host.process();
    spend(&mut process);
    for ending in [".v1", ".lock"] {
        fs::remove_file(host.path(ending)).unwrap();
    }
    assert_cooling_down(&host, &mut process, SECOND);
}

#[test]
fn a_lock_that_is_deleted_alone_is_made_anew_and_the_slots_stay() {
    let host = Host::new();
    let mut process = host.process();
    spend(&mut process);
    fs::remove_file(host.path(".lock")).unwrap();
    spend(&mut host.process());
    assert!(matches!(take(&mut process), Err(NotTaken::Later(_))));
    assert!(host.path(".lock").exists());
}

#[test]
fn after_a_new_start_of_the_host_all_slots_cool_down_for_a_window() {
    let host = Host::new();
    spend(&mut host.process());
    host.clock.change(|reading| reading.clock.boot = 2);
    host.clock.set(20 * SECOND);
    let wait = Duration::from_millis(45_250);
    assert_eq!(take(&mut host.process()), Err(NotTaken::Later(wait)));
    host.clock.set(20 * SECOND + wait);
    spend(&mut host.process());
}

#[test]
fn what_was_settled_while_the_file_was_locked_is_written_later() {
    let host = Host::new();
    let (mut one, mut two) = (host.process(), host.process());
    let first = take(&mut one).unwrap();
    let second = take(&mut one).unwrap();
    let lock = File::open(host.path(".lock")).unwrap();
    lock.lock().unwrap();
    one.give_back(first, COOLING);
    assert_eq!(take(&mut two), Err(NotTaken::Later(SOON)));
    lock.unlock().unwrap();
    assert!(matches!(take(&mut two), Err(NotTaken::Later(_))));
    one.cool(second, COOLING, COOLING.after_answer(), true);
    assert_eq!(one.used(), (0, 1));
    take(&mut two).unwrap();
}

#[test]
fn a_lock_that_was_exchanged_before_it_was_held_is_no_lock() {
    let host = Host::new();
    let path = host.path(".lock");
    let file = private_file::create(&path).unwrap();
    let same = file.try_clone().unwrap();
    assert!(lock(&path, same).is_ok());
    fs::remove_file(&path).unwrap();
    private_file::create(&path).unwrap();
    assert_eq!(lock(&path, file).unwrap_err(), Trouble::Busy);
}

#[test]
fn where_only_answers_free_slots_it_is_asked_more_often_in_a_shorter_window() {
    let host = Host::new();
    for (window, pause) in [(60_000, 50), (12_000, 10), (600, 1)] {
        let window = Duration::from_millis(window);
        let clock = Box::new(host.clock.clone());
        let process = SlotFile::by_clock(&host.path(""), Budget::new(2, window), clock);
        assert_eq!(process.poll(), Duration::from_millis(pause), "{window:?}");
    }
}

#[test]
fn no_more_is_read_of_a_file_than_shows_that_it_is_too_long() {
    let file = tempfile::tempfile().unwrap();
    file.set_len(Table::LONGEST + 100).unwrap();
    let read = content(&file).unwrap().len();
    assert_eq!(read as u64, Table::LONGEST + 1);
}

#[test]
fn what_others_have_spent_is_known_beside_ones_own_request() {
    let host = Host::new();
    let (mut one, mut two) = (host.process(), host.process());
    spend(&mut one);
    host.set(SECOND);
    let mine = take(&mut two).unwrap();
    let known = Others {
        certain: 1,
        possible: 1,
    };
    assert_eq!(two.others(mine, COOLING), Some(known));
}

#[test]
fn only_what_concerns_this_process_alone_passes() {
    use io::ErrorKind::{Interrupted, PermissionDenied, StorageFull};

    // Too many files are open, in all processes or in this one.
    for number in [23, 24] {
        let error = io::Error::from_raw_os_error(number);
        assert_eq!(Trouble::from(error), Trouble::Busy, "{number}");
    }
    assert_eq!(Trouble::from(io::Error::from(Interrupted)), Trouble::Busy);
    for kind in [PermissionDenied, StorageFull] {
        let unusable = Trouble::Unshared(Unshared::Unusable);
        assert_eq!(Trouble::from(io::Error::from(kind)), unusable, "{kind}");
    }
}

/// Why a process cannot take a slot, and how long it must pause then.
fn refusal(process: &mut SlotFile) -> (Unshared, Duration) {
    match take(process) {
        Err(NotTaken::Unshared { why, pause }) => (why, pause),
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_that_others_may_use_are_refused_and_the_pause_is_kept() {
    let pause = Duration::from_millis(95_250);
    for ending in [".v1", ".lock"] {
        for mode in [0o000, 0o400, 0o640, 0o604, 0o700] {
            let host = Host::new();
            spend(&mut host.process());
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(host.path(ending), permissions).unwrap();
            let refused = refusal(&mut host.process());
            assert_eq!(refused, (Unshared::NotPrivate, pause), "{ending} {mode:o}");
        }
    }
}

#[test]
fn links_are_refused_whether_or_not_they_lead_somewhere() {
    for ending in [".v1", ".lock"] {
        for target in ["elsewhere", "nowhere"] {
            let host = Host::new();
            spend(&mut host.process_at(&host.path("-other")));
            fs::rename(
                host.path("-other.v1"),
                host.directory.path().join("elsewhere"),
            )
            .unwrap();
            symlink(host.directory.path().join(target), host.path(ending)).unwrap();
            assert_eq!(refusal(&mut host.process()).0, Unshared::NotPrivate);
            assert!(!host.directory.path().join("nowhere").exists());
        }
    }
}

#[test]
fn a_directory_that_others_may_write_to_is_refused_without_a_pause() {
    let host = Host::new();
    let permissions = fs::Permissions::from_mode(0o777);
    fs::set_permissions(host.directory.path(), permissions).unwrap();
    let refused = refusal(&mut host.process());
    assert_eq!(refused, (Unshared::NotPrivate, Duration::ZERO));
}

#[test]
fn one_file_is_enough_to_pause_before_a_directory_is_given_up() {
    let pause = Duration::from_millis(95_250);
    for gone in [&[".v1"][..], &[".lock"], &[".v1", ".lock"]] {
        let host = Host::new();
        let mut user = host.process();
        spend(&mut user);
        for ending in gone {
            fs::remove_file(host.path(ending)).unwrap();
        }
        let permissions = fs::Permissions::from_mode(0o777);
        fs::set_permissions(host.directory.path(), permissions).unwrap();
        assert_eq!(refusal(&mut user).1, pause, "who has used it knows");
        let expected = if gone.len() < 2 {
            pause
        } else {
            Duration::ZERO
        };
        assert_eq!(refusal(&mut host.process()).1, expected, "{gone:?}");
    }
}

#[test]
fn a_directory_that_cannot_be_is_refused_without_a_pause() {
    let host = Host::new();
    fs::write(host.path(""), "a file").unwrap();
    let mut process = host.process_at(&host.path("").join("budget"));
    assert!(matches!(refusal(&mut process), (_, Duration::ZERO)));
}

#[test]
fn without_a_clock_of_the_host_nothing_is_opened() {
    let host = Host::new();
    host.clock.stop();
    let refused = refusal(&mut host.process());
    assert_eq!(refused, (Unshared::Clock, Duration::ZERO));
    assert!(!host.path(".lock").exists());
}

#[test]
fn the_clock_of_this_host_will_do() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("budget");
    let budget = Budget::new(2, 60 * SECOND);
    let (mut one, mut two) = (SlotFile::new(&path, budget), SlotFile::new(&path, budget));
    spend(&mut one);
    spend(&mut two);
    assert!(matches!(take(&mut one), Err(NotTaken::Later(_))));
}
