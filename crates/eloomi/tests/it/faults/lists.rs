//! Faults of lists, of what the caller gives, and of writes: F120 to F134.
