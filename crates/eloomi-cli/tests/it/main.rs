//! The command from outside: the binary, its streams and its exit code.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod access_groups_list;
mod api;
mod api_pages;
mod auth_login;
mod auth_logins_used;
#[cfg(unix)]
mod auth_person;
#[cfg(target_os = "linux")]
mod auth_prompt;
mod auth_status;
mod broken_off;
mod canary;
mod confirmation;
mod courses_assign;
mod courses_get;
mod courses_list;
mod courses_participants;
mod courses_update_assignment;
mod csv;
mod directory;
mod directory_users;
mod directory_users_write;
mod dry_run;
mod eloomi;
mod exit_codes;
mod help;
mod interruption;
mod limits;
mod masking;
mod open_delete;
mod open_read;
mod open_write;
mod programs_participants;
#[cfg(target_os = "linux")]
mod pty;
mod secrets;
mod settings;
mod sim;
mod sim_serve;
mod teams_add_programs;
mod teams_delete;
mod teams_list;
mod teams_write;
mod terminal;
mod units_delete;
mod units_list;
mod units_tree;
mod units_write;
mod users_create;
mod users_delete;
mod users_get;
mod users_list;
mod users_update;
mod written_fields;
