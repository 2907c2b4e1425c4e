//! The rows of the token endpoint.

use super::{Behaviour, Confidence};

table! {
    TOKEN_ISSUED = "token-issued", Documented, "readme",
        "`POST /oauth/token`, outside /v3, answers 200 with `token_type`, `expires_in` 31535999 and `access_token`.",
        "Switch `expires_in`: text, or absent. Many tokens are good at the same time.";
    TOKEN_FORM = "token-form", Documented, "readme since November 2018; clients",
        "The four values may come as an urlencoded form.",
        "";
    TOKEN_JSON = "token-json", Observed, "clients: two",
        "The four values may come as JSON; `client_id` as number or text.",
        "";
    TOKEN_MULTIPART = "token-multipart", Observed, "clients: one",
        "The four values may come as multipart/form-data.",
        "";
    TOKEN_HEADERS = "token-headers", Documented, "readme before November 2018",
        "Without a body, the four values may come as headers.",
        "Corrected to form parameters later; no client is known to use it.";
    TOKEN_SCOPE = "token-scope", Documented, "readme; clients leave it out",
        "Scope may be absent, empty or `*`; any other is 400 `invalid_scope` with `message` and `hint`.",
        "";
    TOKEN_WRONG_CLIENT = "token-wrong-client", Documented, "readme",
        "A wrong client or secret is 400 `invalid_client` with `message`.",
        "Switch `token_refusal`: 401 with `error_description`, as newer OAuth servers do.";
    TOKEN_FOREIGN_SECRET = "token-foreign-secret", Own, "so that a real secret is noticed and goes nowhere",
        "A secret that does not start with `sim-` is refused like a wrong one, unread, with a `hint` that says why.",
        "";
    TOKEN_BAD_REQUEST = "token-bad-request", Inferred, "RFC 6749 §5.2",
        "A missing value or a body that cannot be read is 400 `invalid_request`.",
        "";
    TOKEN_BAD_GRANT = "token-bad-grant", Inferred, "RFC 6749 §5.2",
        "A grant other than `client_credentials`, or none, is 400 `unsupported_grant_type`.",
        "";
}
