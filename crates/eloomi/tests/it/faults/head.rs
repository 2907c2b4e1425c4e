//! Faults of the head of an answer: F20 to F33.

by_the_table! {
    f20_closed_inside_the_head(get, post);
}
