//! Teams.

mod add_team_programs;
mod create_team;
mod delete_team;
mod get_team;
mod list_teams;
mod setters;
mod team_body;
mod update_team;

pub use add_team_programs::AddTeamPrograms;
pub use create_team::CreateTeam;
pub use delete_team::DeleteTeam;
pub use get_team::GetTeam;
pub use list_teams::ListTeams;
pub use update_team::UpdateTeam;
