//! The recorded exchanges of `fixtures/lvconnect`: what leaves for each of them, and what the client
//! makes of its answer, one snapshot for all stacks.

mod asked;
mod desk;
mod on_every_stack;
mod recorded;
mod seen;
