//! `eloomi teams add-programs`.

use eloomi::{AddTeamPrograms, Endpoint as _, TeamProgramAssignment};

use super::{TEAMS, settings::Program, team::Team};
use crate::{
    arguments::{General, TEMPLATE},
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    verbs::{dry_run, unanswered},
};

/// Where the programs of a team can be seen.
const LOOK: &str = "look in eloomi itself, as no answer shows the programs of a team,";

/// Assign programs to one team, beside those that it has
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim teams add-programs 701 --program 90092:required:silent
  eloomi --sim teams add-programs 701 --program 90092 --program 90093 --dry-run
  eloomi teams add-programs 701 --program 90092,90093:silent", after_help = "\
This only puts the work into a queue. No answer tells when it is done, nor whether it failed then,
and none shows the programs of a team. People of the team may be told, unless `:silent` stands
behind each program.

What is queued is no data: nothing is printed on stdout, in any format.")]
pub(crate) struct AddPrograms {
    #[command(flatten)]
    team: Team,

    /// A program with its settings; may stand more than once
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(
        long = "program",
        value_name = "ID[:required][:silent]",
        value_delimiter = ',',
        required = true
    )]
    programs: Vec<String>,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddPrograms {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let programs = self.programs()?;
        let count = programs.len();
        let is_silent = programs.iter().all(|program| program.is_silent);
        let assignments = programs.into_iter().map(assignment);
        let request = AddTeamPrograms::new(self.team.key()?, assignments);
        let refused = |error: eloomi::RequestError| Failure::usage(error.to_string());
        let written = request.request().map_err(refused)?;
        if self.dry_run {
            warn(is_silent, general);
            return dry_run::print_body(&request, written.body(), general);
        }
        let connection = Connection::open(TEAMS.service, general).await?;
        warn(is_silent, general);
        let queued = unanswered::or_told(connection.session.send(request), LOOK).await;
        queued.map_err(failed)?;
        if !general.quiet {
            notes::note("the work is queued, and not done yet; no answer tells when it is");
            let programs = match count {
                1 => "1 program".into(),
                _ => format!("{count} programs"),
            };
            notes::line(&format!("{programs} queued, {}", connection.requests()));
        }
        Ok(())
    }

    /// What was typed, each program once.
    fn programs(&self) -> Result<Vec<Program>, Failure> {
        let refused = |why| Failure::usage(format!("--program {why}"));
        let mut programs: Vec<Program> = Vec::new();
        for typed in &self.programs {
            let program = Program::read(typed).map_err(refused)?;
            if programs.iter().any(|other| other.id == program.id) {
                return Err(refused("takes each id once"));
            }
            programs.push(program);
        }
        Ok(programs)
    }
}

fn assignment(program: Program) -> TeamProgramAssignment {
    let mut assignment = TeamProgramAssignment::new(program.id);
    // What is not said is left to eloomi.
    if program.is_required {
        assignment = assignment.is_required(true);
    }
    if program.is_silent {
        assignment = assignment.notify_users(false);
    }
    assignment
}

fn warn(is_silent: bool, general: &General) {
    if !is_silent && !general.quiet {
        notes::note("`program`: this may notify the people of the team");
    }
}

fn failed(error: eloomi::Error) -> Failure {
    let may_be_done = unanswered::may_be_done(&error);
    let failure = TEAMS.failed(error);
    if may_be_done {
        failure.hint(format!("{LOOK} before sending it again"))
    } else {
        failure
    }
}
