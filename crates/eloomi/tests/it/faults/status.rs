//! Faults that a status tells of, and of time: F70 to F84.
