//! Faults of tokens that are kept in a file: F113 to F118. Once each, as no HTTP stack has a part in
//! them; F113 and F114 with real processes.

mod order;
mod place;
mod trial;

use std::{
    fs,
    io::{self, Seek as _},
    os::unix::fs::{PermissionsExt as _, chown, symlink},
    path::Path,
    process::Command,
    sync::Arc,
    time::Duration,
};

use eloomi::{AccessToken, Lifetime, RefreshToken, Token};
use eloomi_sim::Simulator;

pub(crate) use self::order::Order;
use self::{
    place::{Place, expired, long_lived},
    trial::Trial,
};

/// Kills a thousand processes that write the token as fast as they can, four at a time.
mod f113_token_file_torn {
    use super::*;

    const KILLS: usize = 1_000;
    const AT_ONCE: usize = 4;

    #[test]
    fn once() {
        let place = Place::new();
        place.keep(&numbered(0));
        let (mut left_half_written, mut values) = (0, std::collections::BTreeSet::new());
        for round in 0..KILLS / AT_ONCE {
            let writers: Vec<_> = (0..AT_ONCE)
                .map(|writer| {
                    let first = (round * AT_ONCE + writer) * 1_000_000;
                    Order::Write { first }.begin(&place)
                })
                .collect();
            for (number, mut writer) in writers.into_iter().enumerate() {
                writer.says("writing");
                // At any point of a write, which takes some hundred microseconds.
                place::wait(Duration::from_micros(
                    ((round * 131 + number * 37) % 1_500) as u64,
                ));
                writer.kill();
                assert!(place.is_kept(), "the old token or the new one is there");
                values.insert(number_in(&place.text()));
            }
            left_half_written += place.files_ending(".tmp");
            place.keep(&numbered(0));
            assert_eq!(place.files_ending(".tmp"), 0, "what was left is swept");
        }
        assert_eq!(place.files_ending(".json"), 1);
        println!(
            "{KILLS} processes killed while they wrote: 0 tokens torn, {} different ones read, \
             {left_half_written} temporary files left and swept",
            values.len()
        );
        assert!(
            values.len() > KILLS / 10,
            "the processes do write: {}",
            values.len()
        );
        assert!(
            left_half_written > 0,
            "none was killed in the middle of a write"
        );
    }

    /// The number of a token, whose two parts must be of one write.
    fn number_in(json: &str) -> usize {
        let after = |mark: &str| {
            let (_, rest) = json.split_once(mark).unwrap();
            rest.split_once('-').unwrap().0.parse::<usize>().unwrap()
        };
        let (access, refresh) = (after("sim-access-"), after("sim-refresh-"));
        assert_eq!(access, refresh, "half of one token and half of another");
        access
    }
}

/// A token that tells its number, some kilobytes long.
fn numbered(number: usize) -> Token {
    let long = "x".repeat(4_000);
    let access = AccessToken::new(format!("sim-access-{number}-{long}")).unwrap();
    let refresh = RefreshToken::new(format!("sim-refresh-{number}-{long}")).unwrap();
    Token::new(access, Lifetime::For(Duration::from_secs(3_600))).refresh_token(refresh)
}

/// Eight processes, a thousand tasks, one file.
mod f114_processes_share_a_token_file {
    use super::*;

    const PROCESSES: usize = 8;
    const TASKS: usize = 1_000;

    #[tokio::test]
    async fn once() {
        for (name, kept) in [
            ("no token", None),
            ("a token that has expired", Some(expired())),
            (
                "a token that the service refuses",
                Some(long_lived("sim-revoked")),
            ),
        ] {
            let trial = Trial::start().await;
            if let Some(kept) = kept {
                trial.place.keep_at(&kept);
            }
            let asked = trial.all_ask(PROCESSES, TASKS / PROCESSES).await;
            let others = asked.iter().filter(|requests| **requests == 0).count();
            if name.ends_with("refuses") {
                assert!(trial.refused() >= 1, "the token that is kept is used");
            }
            println!(
                "{name}: {TASKS} tasks in {PROCESSES} processes, all done; token requests of each \
                 process: {asked:?}; {others} processes used the token of another"
            );
            assert_eq!(asked.len(), PROCESSES);
            assert!(
                asked.iter().all(|requests| *requests <= 1),
                "{name}: {asked:?}"
            );
            assert_eq!(asked.iter().sum::<usize>(), 1, "{name}: {asked:?}");
            assert!(others >= 1, "{name}: {asked:?}");
        }
    }
}

mod f115_token_file_not_private {
    use super::*;

    #[tokio::test]
    async fn once() {
        let trial = Trial::start().await;
        let path = trial.place.path();
        let put = |file: &str| {
            trial.place.keep_at(&long_lived("sim-planted"));
            fs::rename(&path, trial.place.beside(file)).unwrap();
        };
        let mut asked = 0;
        for odd in [
            "0644",
            "link",
            "hard link",
            "pipe",
            "directory",
            "somebody else's",
        ] {
            match odd {
                "0644" => {
                    trial.place.keep_at(&long_lived("sim-planted"));
                    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
                }
                "link" => {
                    put("elsewhere");
                    symlink(trial.place.beside("elsewhere"), &path).unwrap();
                }
                "hard link" => {
                    put("elsewhere");
                    fs::hard_link(trial.place.beside("elsewhere"), &path).unwrap();
                }
                "pipe" => assert!(
                    Command::new("mkfifo")
                        .arg(&path)
                        .status()
                        .unwrap()
                        .success()
                ),
                "directory" => fs::create_dir(&path).unwrap(),
                _ => {
                    trial.place.keep_at(&long_lived("sim-planted"));
                    // Only a superuser can give a file away.
                    if chown(&path, Some(4_711), None).is_err() {
                        continue;
                    }
                }
            }
            let before = fs::symlink_metadata(&path).unwrap();
            trial.asks().await;
            asked += 1;
            // The planted token would have been refused, and that would be one more request.
            assert_eq!(trial.sim.token_requests(), asked, "{odd}");
            assert_eq!(trial.refused(), 0, "{odd}: the planted token was sent");
            let after = fs::symlink_metadata(&path).unwrap();
            assert_eq!(before.permissions(), after.permissions(), "{odd}");
            assert_eq!(before.file_type(), after.file_type(), "{odd}");
            assert_eq!(
                before.modified().unwrap(),
                after.modified().unwrap(),
                "{odd}"
            );
            if odd == "directory" {
                fs::remove_dir(&path).unwrap();
            } else {
                fs::remove_file(&path).unwrap();
            }
        }
    }
}

mod f116_token_file_unwritable {
    use super::*;

    #[test]
    fn once() {
        let log = Arc::new(tempfile::tempfile().unwrap());
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(Arc::clone(&log))
            .finish();
        tracing::subscriber::with_default(subscriber, || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.unwrap().block_on(no_place());
        });
        (&*log).rewind().unwrap();
        let log = io::read_to_string(&*log).unwrap();
        assert_eq!(log.matches("the token store fails").count(), 2, "{log}");
        assert!(!log.contains("sim-") && !log.contains("/proc"), "{log}");
    }

    /// Two stores that cannot be written: below a file, and on a file system that takes nothing.
    async fn no_place() {
        let file = tempfile::NamedTempFile::new().unwrap();
        for (asked, place) in
            (1..).zip([file.path().join("tokens"), Path::new("/proc/tokens").into()])
        {
            let trial = Trial::start().await;
            let client = trial.client(place);
            for _ in 0..3 {
                trial.ask(&client).await;
            }
            assert_eq!(
                trial.sim.token_requests(),
                1,
                "{asked}: the token stays in memory"
            );
        }
    }
}

mod f117_token_file_of_another {
    use super::*;

    #[tokio::test]
    async fn once() {
        let trial = Trial::start().await;
        let (other, path) = (Place::new(), trial.place.path());
        other.keep_at(&long_lived("sim-planted"));
        let mine = {
            trial.place.keep_at(&long_lived("sim-planted"));
            fs::read_to_string(&path).unwrap()
        };
        let of_another = fs::read_to_string(other.path()).unwrap();
        let newer = mine.replace(r#""version":1"#, r#""version":2"#);
        for (asked, odd) in (1..).zip([of_another, newer, "{}".into(), "\0".repeat(300)]) {
            assert_ne!(odd, mine);
            fs::write(&path, odd).unwrap();
            trial.asks().await;
            assert_eq!(trial.sim.token_requests(), asked);
            assert_eq!(trial.refused(), 0, "the planted token was sent");
            // It is written anew.
            trial.asks().await;
            assert_eq!(trial.sim.token_requests(), asked);
        }
    }
}

mod f118_token_of_the_future {
    use super::*;

    #[tokio::test]
    async fn once() {
        let trial = Trial::start().await;
        trial.place.keep_at(&place::of_the_future());
        trial.asks().await;
        assert_eq!(trial.sim.token_requests(), 1);
        assert_eq!(trial.refused(), 0, "the planted token was sent");
        trial.asks().await;
        assert_eq!(
            trial.sim.token_requests(),
            1,
            "it is kept with today's date"
        );
    }
}

/// The people that are asked for.
async fn simulator() -> Simulator {
    Simulator::builder()
        .seed(7)
        .people(3)
        .limit(0)
        .start()
        .await
        .unwrap()
}
