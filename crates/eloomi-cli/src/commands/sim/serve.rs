//! `eloomi sim serve`.

mod limits;
mod served;
mod times;

use std::{
    fs,
    io::{self, Write as _},
    net::SocketAddr,
    ops::RangeInclusive,
    path::PathBuf,
    time::Duration,
};

use clap::ValueEnum;
use eloomi_sim::{Directory, Fault, Simulator, StartError, StartErrorKind, fault_names};

use self::{limits::Limits, served::Served, times::round_trip};
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
  eloomi users list

  eloomi sim serve --service lvconnect          the staff directory instead", after_help = "\
It listens on loopback only and keeps nothing. Ctrl-C and SIGTERM end it with exit code 0.")]
pub(crate) struct Serve {
    /// Which service to stand in for
    #[arg(long, value_enum, value_name = "SERVICE", default_value_t = Service::Eloomi)]
    service: Service,

    /// What the staff directory holds at its start, as JSON: people, apps, bearers, refresh tokens
    /// and codes
    #[arg(long, value_name = "FILE")]
    seed_file: Option<PathBuf>,

    /// Where to listen, on loopback; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    addr: SocketAddr,

    /// What the people and the secret follow from
    #[arg(long, value_name = "NUMBER", default_value_t = told::SEED)]
    seed: u64,

    /// How many people there are, 60 by default
    #[arg(long, value_name = "COUNT")]
    people: Option<usize>,

    #[command(flatten)]
    limits: Limits,

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

/// The services that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Service {
    /// The eloomi People REST API
    Eloomi,
    /// The LvConnect staff directory
    Lvconnect,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), Stop> {
        // First of all: whoever has read the settings may send a signal.
        let mut signals = StopSignals::listen().map_err(|error| {
            Failure::new(Exit::Failed, "the system tells of no signals").cause(&error)
        })?;
        let served = match self.service {
            Service::Eloomi => self.eloomi().await?,
            Service::Lvconnect => self.lvconnect().await?,
        };
        notes::line("stop it with Ctrl-C");
        print(&served)?;
        signals.asked_to_stop().await;
        for fault in served.unmet_faults() {
            notes::line(&format!("too few requests met the fault {fault}"));
        }
        served.shutdown().await;
        Ok(())
    }

    async fn eloomi(self) -> Result<Served, Stop> {
        if self.seed_file.is_some() {
            let text = "--seed-file is of the staff directory: add --service lvconnect";
            return Err(Failure::usage(text).into());
        }
        let people = self.people.unwrap_or(told::PEOPLE);
        let mut simulator = self.limits.apply(Simulator::builder());
        if let Some(file) = self.journal {
            simulator = simulator.journal(file);
        }
        for fault in self.faults {
            simulator = simulator.fault(fault);
        }
        let simulator = simulator
            .addr(self.addr)
            .seed(self.seed)
            .people(people)
            .latency(self.latency.unwrap_or(Duration::ZERO..=Duration::ZERO))
            .start()
            .await
            .map_err(|error| not_started(&error))?;
        notes::line(&told::who(people, self.seed));
        Ok(Served::Eloomi(simulator))
    }

    async fn lvconnect(self) -> Result<Served, Stop> {
        if self.limits.are_given() {
            let text =
                "the staff directory has no rate limit: leave out --limit and what goes with it";
            return Err(Failure::usage(text).into());
        }
        let people = self.people.unwrap_or(told::PEOPLE);
        let mut directory = Directory::builder();
        if let Some(file) = &self.seed_file {
            if self.people.is_some() {
                let text = "a seed file has its own people: leave out --people";
                return Err(Failure::usage(text).into());
            }
            let text = fs::read_to_string(file).map_err(|error| {
                let what = format!("cannot read {}", file.display());
                Failure::new(Exit::Failed, what).cause(&error)
            })?;
            directory = directory.seed_file(text);
        }
        if let Some(file) = self.journal {
            directory = directory.journal(file);
        }
        for fault in self.faults {
            directory = directory.fault(fault);
        }
        let directory = directory
            .addr(self.addr)
            .seed(self.seed)
            .people(people)
            .latency(self.latency.unwrap_or(Duration::ZERO..=Duration::ZERO))
            .start()
            .await
            .map_err(|error| not_started(&error))?;
        notes::line(&match self.seed_file {
            Some(file) => told::of_file(&file),
            None => told::who(people, self.seed),
        });
        Ok(Served::Lvconnect(directory))
    }
}

fn print(served: &Served) -> io::Result<()> {
    let (base_url, id, secret) = served.settings();
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "ELOOMI_BASE_URL={base_url}")?;
    writeln!(stdout, "ELOOMI_CLIENT_ID={id}")?;
    writeln!(stdout, "ELOOMI_CLIENT_SECRET={secret}")?;
    stdout.flush()
}

fn not_started(error: &StartError) -> Failure {
    let exit = match error.kind() {
        StartErrorKind::NotLoopback(_) | StartErrorKind::SeedFile => Exit::Usage,
        _ => Exit::Failed,
    };
    Failure::new(exit, "the simulator did not start").cause(error)
}
