//! The rows of whatever is asked: before the routes, at the gate of /v3, and of bodies.

use super::{Behaviour, Confidence};

table! {
    // Before the routes.
    SAYS_SIMULATOR = "says-simulator", Own, "rule of the simulator",
        "Every answer carries `server: eloomi-sim`.",
        "";
    LATENCY = "latency", Own, "test control",
        "A round trip takes as long as it was set up to: some time passes before a request arrives, the rest before its answer does.",
        "No time by default.";
    LOOPBACK_HOST = "loopback-host", Own, "protection against DNS rebinding",
        "A Host other than localhost, 127.x.x.x or [::1] is refused with 403; no answer carries a CORS header.",
        "";
    OPENAPI = "openapi", Own, "rule of the simulator",
        "`GET /openapi.yaml` answers with the description of the API, without a token and uncounted.",
        "";
    SCRIPTED = "scripted", Own, "test control",
        "The next request that a matcher fits gets the answer a test wrote, before any rule of the service.",
        "Such a request takes nothing from the rate limit.";
    TRAILING_SLASH = "trailing-slash", Observed, "clients: one calls `/v3/units/`",
        "One slash at the end of a path is ignored.",
        "";
    ENCODED_SLASH = "encoded-slash", Inferred, "habit of web servers in front of PHP",
        "A path with `%2F` in it is unknown, so a key with a slash cannot be reached.",
        "";
    UNKNOWN_PATH = "unknown-path", Inferred, "Laravel",
        "An unknown path is 404 with `message`, before the token is looked at.",
        "";
    WRONG_METHOD = "wrong-method", Inferred, "Laravel",
        "A known path with another method is 405 with `message` and `Allow`, before the token is looked at.",
        "";

    // The gate of /v3.
    UNAUTHENTICATED = "unauthenticated", Documented, "readme; reference",
        "A missing, unknown, revoked or expired token is 401 `{\"error\":\"Unauthenticated.\"}`, without envelope.",
        "";
    BEARER = "bearer", Documented, "readme; RFC 6750",
        "`Authorization` must be `Bearer` in any case, and the token.",
        "One client sends the token alone; that is refused here.";
    CLIENT_ID_HEADER = "client-id-header", Documented, "readme; 2018; reference",
        "Every call needs the header `ClientId` with the client's id, or it is 401 like a missing token.",
        "That a missing one is 401 is inferred.";
    RATE_LIMIT = "rate-limit", Documented, "readme",
        "600 calls per rolling 60 s; `X-RateLimit-Limit` and `X-RateLimit-Remaining` on each answer under /v3.",
        "Whether client, token or address is counted is unknown: here the client. Switches `limit_key`, and `window_kind`: anchored.";
    TOO_MANY = "too-many-requests", Inferred, "readme implies it; Laravel",
        "A call over the limit is 429 with `Retry-After`, `X-RateLimit-Reset` and `message`; it takes nothing from the limit.",
        "Documented is only one further, unnamed header. Switch `retry_after`: rounded down, or absent.";
    REFUSED_CALLS = "refused-calls-are-free", Inferred, "Laravel's order of middleware",
        "Calls refused with 401 take nothing from the rate limit.",
        "Switch `unauthenticated_count`.";
    TOKEN_CALLS = "token-calls-are-free", Inferred, "nothing is said",
        "Token requests take nothing from the rate limit.",
        "Switch `token_requests_count`.";

    // The bodies.
    ENVELOPE = "envelope", Documented, "2018; reference",
        "Bodies have `status`, `status_code`, `message`, `extended_message`, `data`, in this order; on success the text is in `extended_message`.",
        "The order differs between sources. `data` is missing on failures.";
    TEXT_ESCAPES = "text-escapes", Inferred, "RFC 8259",
        "Text in bodies is UTF-8.",
        "PHP writes \\u00f8 and \\/ when left alone: switch `escapes`.";
    GZIP = "gzip", Inferred, "habit of web servers",
        "With the switch `gzip` on, bodies are compressed for clients that accept it.",
        "";
    BAD_REQUEST = "bad-request", Documented, "2018",
        "Refused input is 400 with the envelope: a general `message`, the cause in `extended_message`, no `data`.",
        "";
}
