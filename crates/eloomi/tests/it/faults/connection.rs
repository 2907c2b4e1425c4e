//! Faults of getting a connection: F01 to F16.

by_the_table! {
    f01_connection_refused(get, post);
    f02_connect_timeout(get, post);
    f03_empty_response(get, post);
    f04_connection_reset_by_peer(get, post);
    f08_certificate_self_signed();
    f09_certificate_for_another_host();
    f10_certificate_out_of_date();
    f13_tls_closed_without_notice(get, post);
}
