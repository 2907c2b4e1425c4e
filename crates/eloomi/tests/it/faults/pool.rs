//! Faults of connections that are kept: F90 to F97.
