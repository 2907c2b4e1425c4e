//! The rows of faults, one for each name.

use super::{Behaviour, Confidence};

table! {
    // In place of the service.
    FAULT_STATUS = "fault-status", Own, "test control",
        "`status` answers with a status, before any rule of the service and with nothing taken from the rate limit: F52, F53, F76, F78, F79, F81, F130.",
        "";
    FAULT_RETRY_AFTER = "fault-retry-after", Own, "test control",
        "`retry-after` answers 429 with this `Retry-After`, well formed or not; as a date, it is counted from the `Date` beside it: F73 to F76.",
        "";
    FAULT_REDIRECT = "fault-redirect", Own, "test control",
        "`redirect` answers 302, or the status named, with this `Location`: F70 to F72.",
        "";
    FAULT_EMPTY_RESPONSE = "fault-empty-response", Own, "test control; named as in WireMock",
        "`EMPTY_RESPONSE` closes the connection instead of an answer; the request is not processed: F03.",
        "Over HTTP/2 it resets the stream alone.";
    FAULT_RESET = "fault-connection-reset-by-peer", Own, "test control; named as in WireMock",
        "`CONNECTION_RESET_BY_PEER` resets the connection instead of an answer; the request is not processed: F04, F92.",
        "Over HTTP/2 it resets the stream alone.";

    // After the service.
    FAULT_LOST_ANSWER = "fault-lost-answer", Own, "test control",
        "`lost-answer` processes the request and then resets the connection instead of an answer: F93.",
        "Over HTTP/2 it resets the stream alone.";
    FAULT_LATENCY = "fault-latency", Own, "test control; named as in toxiproxy",
        "`latency` lets an answer wait, in real time, after the request was judged: F84, F94.",
        "";
    FAULT_ENVELOPE = "fault-envelope", Own, "test control",
        "`envelope` processes the request and answers 200 with another `status_code` and `message` inside: F56, F134.",
        "";
    FAULT_HEADER = "fault-header", Own, "test control",
        "`header` writes a header of the answer.",
        "";
    FAULT_DATE_SKEW = "fault-date-skew", Own, "test control",
        "`date-skew` lets the `Date` of the answer be wrong by so many seconds: F74, F82.",
        "";
    FAULT_RATE_LIMIT_HEADERS = "fault-rate-limit-headers", Own, "test control",
        "`rate-limit-headers` writes other values into the headers of the rate limit, or leaves them out: F77.",
        "";

    // Tokens.
    FAULT_REFUSE_TOKENS = "fault-refuse-tokens", Own, "test control",
        "`refuse-tokens` takes every token for unknown: F80.",
        "";
    FAULT_WWW_AUTHENTICATE = "fault-www-authenticate", Own, "test control",
        "`www-authenticate` takes the token for unknown, and the 401 says this in `WWW-Authenticate`: F109.",
        "";
    FAULT_EXPIRE_IN_FLIGHT = "fault-expire-in-flight", Own, "test control",
        "`expire-in-flight` ends the life of the token that the request carries, before it is looked at: F100, F112.",
        "";
    FAULT_REPLICA_LAG = "fault-replica-lag", Own, "test control",
        "`replica-lag` takes a token for unknown while it is younger than so many milliseconds: F110.",
        "";
    FAULT_TOKEN_ANSWER = "fault-token-answer", Own, "test control",
        "`token-answer` answers with this text as JSON: F104 to F108, F111.",
        "";
    FAULT_OAUTH_ERROR = "fault-oauth-error", Own, "test control",
        "`oauth-error` refuses a token with this error of RFC 6749 §5.2, as 400 or the status named: F105, F106.",
        "";
    FAULT_EXPIRES_IN = "fault-expires-in", Own, "test control",
        "`expires-in` hands a token out that says to be good for so long, or says nothing; how long it is good stays as it was: F107.",
        "";
    FAULT_TOKEN_TYPE = "fault-token-type", Own, "test control",
        "`token-type` hands a token out that says to be of another type: F108.",
        "";
    FAULT_ACCESS_TOKEN = "fault-access-token", Own, "test control",
        "`access-token` hands another text out than the token: F108.",
        "";

    // Pages.
    FAULT_PAGE_NEVER_ENDS = "fault-page-never-ends", Own, "test control",
        "`page-never-ends` fills each page up with things that have nothing but a new id: F126.",
        "A page is 25 long if the request does not say.";
    FAULT_PAGE_REPEATS = "fault-page-repeats", Own, "test control",
        "`page-repeats` answers a request for a later page with the first one, as the switch `repeat_pages` does: F127.",
        "";
    FAULT_ITEMS_SHIFT = "fault-items-shift", Own, "test control",
        "`items-shift` deletes the first person before a later page is made, or puts one before the first: F128.",
        "";
    FAULT_SHORT_PAGE = "fault-short-page", Own, "test control",
        "`short-page` leaves so many on one page, as a service does that filters what it has cut: F129.",
        "";
    FAULT_EMPTY_PAGE = "fault-empty-page", Own, "test control",
        "`empty-page` leaves nothing on one page: F129.",
        "";
    FAULT_CAPS_PAGE_SIZE = "fault-caps-page-size", Own, "test control",
        "`caps-page-size` takes a larger `per_page`, or none, for so many, as the switch `max_per_page` does: F131.",
        "";
}
