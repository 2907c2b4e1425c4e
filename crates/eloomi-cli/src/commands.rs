//! The commands: one folder per noun, one file per verb; and `api`, which is neither.

mod access_groups;
mod api;
mod auth;
mod courses;
mod directory;
mod limits;
mod open;
mod programs;
pub(crate) mod sim;
mod teams;
mod units;
mod users;

use std::future::Future;

use tokio::runtime;

use crate::{
    arguments::{Arguments, General},
    exit::Exit,
    failure::{Failure, Stop},
    interrupt::CtrlC,
    service::Service,
};

/// The nouns.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// People
    #[command(subcommand)]
    Users(users::Verb),
    /// Units, which eloomi also calls departments
    #[command(subcommand)]
    Units(units::Verb),
    /// Teams
    #[command(subcommand)]
    Teams(teams::Verb),
    /// Access groups
    #[command(subcommand)]
    AccessGroups(access_groups::Verb),
    /// Courses, and who takes them
    #[command(subcommand)]
    Courses(courses::Verb),
    /// Programs: who is in them
    #[command(subcommand)]
    Programs(programs::Verb),
    Open(open::Open),
    /// The LvConnect staff directory, another service with settings of its own
    #[command(subcommand)]
    Directory(directory::Noun),
    Api(api::Api),
    /// Log in, and see who is logged in
    #[command(subcommand)]
    Auth(auth::Verb),
    Limits(limits::Limits),
    /// A simulator of the service, for trying and testing
    #[command(subcommand)]
    Sim(sim::Verb),
}

/// Does what the command line says.
pub(crate) fn run(arguments: Arguments) -> Result<(), Stop> {
    // Two threads, so that a simulator in this process answers while a command writes.
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Failed, "no runtime").cause(&error))?;
    let done = runtime.block_on(dispatch(arguments));
    // A name lookup that hangs must not hold up the end.
    runtime.shutdown_background();
    done
}

async fn dispatch(arguments: Arguments) -> Result<(), Stop> {
    let Arguments { general, command } = arguments;
    let service = match command {
        Command::Directory(_) => Service::Directory,
        Command::Auth(ref verb) => verb.service(),
        _ => Service::Eloomi,
    };
    let done = match command {
        Command::Users(verb) => unless_interrupted(users::run(verb, &general)).await,
        Command::Units(verb) => unless_interrupted(units::run(verb, &general)).await,
        Command::Teams(verb) => unless_interrupted(teams::run(verb, &general)).await,
        Command::AccessGroups(verb) => unless_interrupted(access_groups::run(verb, &general)).await,
        Command::Courses(verb) => unless_interrupted(courses::run(verb, &general)).await,
        Command::Programs(verb) => unless_interrupted(programs::run(verb, &general)).await,
        Command::Open(open) => unless_interrupted(open::run(open, &general)).await,
        Command::Directory(noun) => unless_interrupted(directory::run(noun, &general)).await,
        Command::Auth(verb) => unless_interrupted(auth::run(verb, &general)).await,
        Command::Api(api) => unless_interrupted(api.run(&general)).await,
        Command::Limits(limits) => unless_interrupted(limits.run(&general)).await,
        // Takes Ctrl-C for the orderly end that it is there.
        Command::Sim(verb) => sim::run(verb, &general).await,
    };
    done.map_err(|stop| without_names(advised(stop, service), &general))
}

async fn unless_interrupted(command: impl Future<Output = Result<(), Stop>>) -> Result<(), Stop> {
    // Where nobody can listen, the signal keeps its own way of ending a process.
    let Ok(ctrl_c) = CtrlC::listen() else {
        return command.await;
    };
    tokio::select! {
        biased;
        () = ctrl_c.interrupted() => Err(Stop::Interrupted),
        done = command => done,
    }
}

/// What to try is known from the kind of failure, and from the service that was asked.
fn advised(mut stop: Stop, service: Service) -> Stop {
    if let Stop::Failed(failure) = &mut stop
        && failure.hint.is_none()
    {
        let hint = failure.kind.and_then(|kind| service.hint(kind));
        failure.hint = hint.map(Into::into);
    }
    stop
}

/// The service's own words may name people, so they are for those who asked for such.
fn without_names(mut stop: Stop, general: &General) -> Stop {
    if let Stop::Failed(failure) = &mut stop
        && !general.show_personal
        && failure.server.take().is_some()
        && failure.hint.is_none()
    {
        failure.hint =
            Some("--show-personal shows what the service says; it may name people".into());
    }
    stop
}
