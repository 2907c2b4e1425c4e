//! Faults of connections that are kept: F90 to F97.

by_the_table! {
    f90_idle_connection_closed(get, post);
    f92_reset_after_second_request(get, post);
    f96_half_open_connection(get, post);
    f97_second_answer_to_one_request(get);
}
