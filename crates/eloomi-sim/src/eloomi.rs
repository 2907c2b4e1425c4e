//! The eloomi People REST API v3: what it keeps, what it answers, and the handle that starts it.

pub(crate) mod builder;
pub(crate) mod company;
pub(crate) mod envelope;
pub(crate) mod fields;
pub(crate) mod form;
pub(crate) mod gate;
pub(crate) mod id;
pub(crate) mod limit;
pub(crate) mod moment;
pub(crate) mod payer;
pub(crate) mod people;
pub(crate) mod query;
pub(crate) mod refused;
pub(crate) mod routes;
pub(crate) mod service;
pub(crate) mod simulator;
pub(crate) mod switches;
pub(crate) mod tokens;
pub(crate) mod truth;
pub(crate) mod world;
