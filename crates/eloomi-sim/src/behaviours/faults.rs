//! The rows of faults, one for each name.

use super::{Behaviour, Confidence};

table! {
    // In place of the service.
    FAULT_STATUS = "fault-status", Own, "test control",
        "`status` answers with a status, before any rule of the service and with nothing taken from the rate limit.",
        "";
    FAULT_RETRY_AFTER = "fault-retry-after", Own, "test control",
        "`retry-after` answers 429 with this `Retry-After`, well formed or not; as a date, it is counted from the `Date` beside it.",
        "";
    FAULT_REDIRECT = "fault-redirect", Own, "test control",
        "`redirect` answers 302, or the status named, with this `Location`.",
        "";
    FAULT_EMPTY_RESPONSE = "fault-empty-response", Own, "test control; named as in WireMock",
        "`EMPTY_RESPONSE` closes the connection instead of an answer; the request is not processed.",
        "Over HTTP/2 it resets the stream alone.";
    FAULT_RESET = "fault-connection-reset-by-peer", Own, "test control; named as in WireMock",
        "`CONNECTION_RESET_BY_PEER` resets the connection instead of an answer; the request is not processed.",
        "Over HTTP/2 it resets the stream alone.";

    // After the service.
    FAULT_LOST_ANSWER = "fault-lost-answer", Own, "test control",
        "`lost-answer` processes the request and then resets the connection instead of an answer.",
        "Over HTTP/2 it resets the stream alone.";
    FAULT_LATENCY = "fault-latency", Own, "test control; named as in toxiproxy",
        "`latency` lets an answer wait, in real time, after the request was judged.",
        "";
    FAULT_ENVELOPE = "fault-envelope", Own, "test control",
        "`envelope` processes the request and answers 200 with another `status_code` and `message` inside.",
        "";
    FAULT_HEADER = "fault-header", Own, "test control",
        "`header` writes a header of the answer.",
        "";
    FAULT_DATE_SKEW = "fault-date-skew", Own, "test control",
        "`date-skew` lets the `Date` of the answer be wrong by so many seconds.",
        "";
    FAULT_RATE_LIMIT_HEADERS = "fault-rate-limit-headers", Own, "test control",
        "`rate-limit-headers` writes other values into the headers of the rate limit, or leaves them out.",
        "";

    // Tokens.
    FAULT_REFUSE_TOKENS = "fault-refuse-tokens", Own, "test control",
        "`refuse-tokens` takes every token for unknown.",
        "";
    FAULT_WWW_AUTHENTICATE = "fault-www-authenticate", Own, "test control",
        "`www-authenticate` takes the token for unknown, and the 401 says this in `WWW-Authenticate`.",
        "";
    FAULT_EXPIRE_IN_FLIGHT = "fault-expire-in-flight", Own, "test control",
        "`expire-in-flight` ends the life of the token that the request carries, before it is looked at.",
        "";
    FAULT_REPLICA_LAG = "fault-replica-lag", Own, "test control",
        "`replica-lag` takes a token for unknown while it is younger than so many milliseconds.",
        "";
    FAULT_TOKEN_ANSWER = "fault-token-answer", Own, "test control",
        "`token-answer` answers with this text as JSON.",
        "";
    FAULT_OAUTH_ERROR = "fault-oauth-error", Own, "test control",
        "`oauth-error` refuses a token with this error of RFC 6749 §5.2, as 400 or the status named.",
        "";
    FAULT_EXPIRES_IN = "fault-expires-in", Own, "test control",
        "`expires-in` hands a token out that says to be good for so long, or says nothing; how long it is good stays as it was.",
        "";
    FAULT_TOKEN_TYPE = "fault-token-type", Own, "test control",
        "`token-type` hands a token out that says to be of another type.",
        "";
    FAULT_ACCESS_TOKEN = "fault-access-token", Own, "test control",
        "`access-token` hands another text out than the token.",
        "";

    // Pages.
    FAULT_PAGE_NEVER_ENDS = "fault-page-never-ends", Own, "test control",
        "`page-never-ends` fills each page up with things that have nothing but a new id.",
        "A page is 25 long if the request does not say.";
    FAULT_PAGE_REPEATS = "fault-page-repeats", Own, "test control",
        "`page-repeats` answers a request for a later page with the first one, as the switch `repeat_pages` does.",
        "";
    FAULT_ITEMS_SHIFT = "fault-items-shift", Own, "test control",
        "`items-shift` deletes the first person before a later page is made, or puts one before the first.",
        "";
    FAULT_SHORT_PAGE = "fault-short-page", Own, "test control",
        "`short-page` leaves so many on one page, as a service does that filters what it has cut.",
        "";
    FAULT_EMPTY_PAGE = "fault-empty-page", Own, "test control",
        "`empty-page` leaves nothing on one page.",
        "";
    FAULT_CAPS_PAGE_SIZE = "fault-caps-page-size", Own, "test control",
        "`caps-page-size` takes a larger `per_page`, or none, for so many, as the switch `max_per_page` does.",
        "";
}
