//! Faults of how a body is framed, paced and encoded: F40 to F50.

by_the_table! {
    f40_body_shorter_than_announced(get, post);
    f41_malformed_response_chunk(get, post);
    f42_cut_where_only_closing_ends_it(get);
    f43_reset_inside_the_body(get, post);
    f44_dribbled_body(get, post);
    f45_pause_inside_the_body(get, post);
    f46_body_without_end(get);
    f47_gzip_bomb(get);
    f48_gzip_cut_short(get, post);
    f49_bytes_after_gzip(get);
    f50_content_encoding_wrong(get);
}
