//! Faults of the head of an answer: F20 to F33.

by_the_table! {
    f20_closed_inside_the_head(get, post);
    f21_random_data_then_close(get, post);
    f22_slow_head(get, post);
    f23_no_answer(get, post);
    f24_head_too_large(get);
    f25_two_content_lengths(get);
    f26_content_length_and_chunked(get);
    f27_flood_of_interim_responses(get);
    f28_switching_protocols(get);
    f29_odd_header_values(get);
    f30_http_1_0_answer(get);
    f31_goaway_below_our_stream(get, post);
    f32_stream_reset(get, post);
    f33_ping_without_answer(get);
}
