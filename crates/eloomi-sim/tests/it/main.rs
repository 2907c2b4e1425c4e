//! The simulator from outside: real sockets on loopback, and a client of hyper's own.
#![allow(
    clippy::unwrap_used,
    reason = "the lint does not see that helpers of tests are tests"
)]

mod access_groups;
mod add_user_to_team;
mod api_document;
mod bodies;
mod client;
mod courses_assigned;
mod courses_listed;
mod courses_taken;
mod create_user;
mod delete_user;
mod directory;
mod fault_server;
mod fault_text;
mod faults;
mod get_user;
mod ids;
mod journal;
mod limit;
mod list_users;
mod open;
mod people;
mod programs;
mod refusals;
mod script;
mod start_and_stop;
mod teams_enrol;
mod teams_read;
mod teams_settings;
mod teams_write;
mod tls;
mod token;
mod units_create;
mod units_delete;
mod units_members;
mod units_read;
mod units_update;
mod update_belonging;
mod update_keys;
mod update_standing;
mod update_words;
