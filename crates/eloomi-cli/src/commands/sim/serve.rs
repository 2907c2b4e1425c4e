//! `eloomi sim serve`.

use std::{
    io::{self, Write as _},
    net::SocketAddr,
    ops::RangeInclusive,
    path::PathBuf,
    time::Duration,
};

use clap::ValueEnum;
use eloomi_sim::{Fault, LimitKey, Simulator, StartError, StartErrorKind, WindowKind, fault_names};

use super::told;
use crate::{
    arguments::TEMPLATE,
    exit::Exit,
    failure::{Failure, Stop},
    interrupt::StopSignals,
    notes,
};

/// Run a simulator until Ctrl-C, for your own programs and tests
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Example:
  eloomi sim serve > sim.env &       prints three settings, ready for a shell a moment later
  set -a; . ./sim.env; set +a
  eloomi users list", after_help = "\
It listens on loopback only and keeps nothing. Ctrl-C and SIGTERM end it with exit code 0.")]
pub(crate) struct Serve {
    /// Where to listen, on loopback; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    addr: SocketAddr,

    /// What the people and the secret follow from
    #[arg(long, value_name = "NUMBER", default_value_t = told::SEED)]
    seed: u64,

    /// How many people there are
    #[arg(long, value_name = "COUNT", default_value_t = told::PEOPLE)]
    people: usize,

    /// Calls per window; 0 for no limit
    #[arg(long, value_name = "CALLS", default_value_t = 600)]
    limit: u32,

    /// Window of the limit: 60s, 500ms, 1m
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = duration)]
    window: Duration,

    /// How calls are counted: a window that rolls, or one that begins with its first call
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Limiter::Rolling)]
    limiter: Limiter,

    /// Whose calls are counted together
    #[arg(long, value_enum, value_name = "KEY", default_value_t = Key::Client)]
    key: Key,

    /// Count token requests, too
    #[arg(long)]
    count_token_endpoint: bool,

    /// How long a round trip takes: 20ms..200ms
    #[arg(long, value_name = "MIN..MAX", value_parser = round_trip)]
    latency: Option<RangeInclusive<Duration>>,

    /// Write into this file when each request came, in seconds since the start, one line each
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,

    /// Let requests go wrong: NAME[=VALUE][,times=N][,after=N]@MATCH; may stand there repeatedly
    #[arg(long = "fault", value_name = "FAULT", long_help = fault_help())]
    faults: Vec<Fault>,
}

/// What faults there are, each with an example.
fn fault_help() -> String {
    let mut help = String::from(
        "Let requests go wrong, as NAME[=VALUE][,times=N][,after=N]@MATCH; may stand there repeatedly

MATCH is METHOD PATH, PATH or *; in a path * is one segment and /** the rest, and ?page=2 behind it \
is a parameter. times=N ends the fault after N requests, after=N lets N pass first. With every name \
that leaves an answer go header=Name:value, retry-after=VALUE, www-authenticate=VALUE and \
date-skew=SECONDS. For example:
",
    );
    for name in fault_names() {
        help.push_str("\n  ");
        help.push_str(name.example);
    }
    help
}

/// How calls are counted.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Limiter {
    /// Whatever came within the last window counts; as documented
    Rolling,
    /// The window begins with its first call and empties as a whole
    Anchored,
}

/// Whose calls are counted together; which it is, nobody has documented.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Key {
    /// Those of one client id
    Client,
    /// Those with one token
    Token,
    /// Those from one address
    Ip,
}

impl From<Limiter> for WindowKind {
    fn from(limiter: Limiter) -> Self {
        match limiter {
            Limiter::Rolling => Self::Rolling,
            Limiter::Anchored => Self::Anchored,
        }
    }
}

impl From<Key> for LimitKey {
    fn from(key: Key) -> Self {
        match key {
            Key::Client => Self::Client,
            Key::Token => Self::Token,
            Key::Ip => Self::Address,
        }
    }
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), Stop> {
        // First of all: whoever has read the settings may send a signal.
        let mut signals = StopSignals::listen().map_err(|error| {
            Failure::new(Exit::Failed, "the system tells of no signals").cause(&error)
        })?;
        let mut simulator = Simulator::builder();
        if let Some(file) = self.journal {
            simulator = simulator.journal(file);
        }
        for fault in self.faults {
            simulator = simulator.fault(fault);
        }
        let simulator = simulator
            .addr(self.addr)
            .seed(self.seed)
            .people(self.people)
            .limit(self.limit)
            .window(self.window)
            .latency(self.latency.unwrap_or(Duration::ZERO..=Duration::ZERO))
            .switch(|switches| {
                switches.window_kind = self.limiter.into();
                switches.limit_key = self.key.into();
                switches.token_requests_count = self.count_token_endpoint;
            })
            .start()
            .await
            .map_err(|error| not_started(&error))?;
        notes::line(&told::who(self.people, self.seed));
        notes::line("stop it with Ctrl-C");
        print(&simulator)?;
        signals.asked_to_stop().await;
        for fault in simulator.unmet_faults() {
            notes::line(&format!("too few requests met the fault {fault}"));
        }
        simulator.shutdown().await;
        Ok(())
    }
}

fn print(simulator: &Simulator) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "ELOOMI_BASE_URL={}", simulator.base_url())?;
    writeln!(stdout, "ELOOMI_CLIENT_ID={}", simulator.client_id())?;
    writeln!(stdout, "ELOOMI_CLIENT_SECRET={}", simulator.client_secret())?;
    stdout.flush()
}

fn not_started(error: &StartError) -> Failure {
    let exit = match error.kind() {
        StartErrorKind::NotLoopback(_) => Exit::Usage,
        _ => Exit::Failed,
    };
    Failure::new(exit, "the simulator did not start").cause(error)
}

/// A time of the command line: `60s`, `500ms`, `1m`; seconds without a unit.
fn duration(text: &str) -> Result<Duration, &'static str> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let number: u64 = digits
        .parse()
        .map_err(|_| "a time is a number and a unit: 60s, 500ms, 1m")?;
    let time = match &text[digits.len()..] {
        "ms" => Duration::from_millis(number),
        "s" | "" => Duration::from_secs(number),
        "m" => Duration::from_secs(number.checked_mul(60).ok_or("that is too long")?),
        _ => return Err("the units are ms, s and m"),
    };
    // The simulator adds it to the time of day; a year is beyond any window.
    let is_sensible = !time.is_zero() && time <= Duration::from_secs(366 * 24 * 60 * 60);
    is_sensible
        .then_some(time)
        .ok_or("it is between 1ms and one year")
}

/// Two times with two dots between them, the shorter first; or one for both.
fn round_trip(text: &str) -> Result<RangeInclusive<Duration>, &'static str> {
    let (shortest, longest) = text.split_once("..").unwrap_or((text, text));
    let range = duration(shortest)?..=duration(longest)?;
    if range.is_empty() {
        return Err("the shorter time comes first: 20ms..200ms");
    }
    Ok(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_trip_is_two_times_or_one() {
        let milliseconds = Duration::from_millis;
        assert_eq!(
            round_trip("20ms..200ms"),
            Ok(milliseconds(20)..=milliseconds(200))
        );
        assert_eq!(
            round_trip("1s"),
            Ok(milliseconds(1000)..=milliseconds(1000))
        );
        for wrong in ["200ms..20ms", "..", "20ms..", "20ms..200ms..2s"] {
            assert!(round_trip(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_has_a_unit_or_is_in_seconds() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("60"), Ok(Duration::from_secs(60)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "s",
            "-1s",
            "1h",
            "0s",
            "1.5s",
            "99999999999999999999m",
            "500w",
        ] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
