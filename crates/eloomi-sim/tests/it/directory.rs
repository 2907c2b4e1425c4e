//! The staff directory from outside.

mod calls;
mod compared;
mod controls;
mod exchange;
mod people;
mod random;
mod recorded;
mod seeded;
mod tokens;
mod transport;
