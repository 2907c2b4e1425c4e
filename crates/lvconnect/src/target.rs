//! Where a request about one person goes.

use eloomi_core::{RequestBuilder, RequestError, Route};

use crate::UserId;

/// Refuses what is no id: of a list with one in it the service makes a 500, and `me` is another
/// operation (measured).
pub(crate) fn refuse_malformed(part: &'static str, id: &UserId) -> Result<(), RequestError> {
    if id.is_well_formed() {
        return Ok(());
    }
    Err(RequestError::new(part, "is no id: 24 digits in hex"))
}

/// The path of a person.
pub(crate) fn of_user(
    route: &'static Route,
    user: &UserId,
) -> Result<RequestBuilder, RequestError> {
    refuse_malformed("user", user)?;
    route.fill(&[user])
}

#[cfg(test)]
mod tests {
    use eloomi_core::Endpoint as _;

    use crate::{DeleteUser, GetUser, UpdateUser};

    #[test]
    fn an_id_is_sent_in_lower_case_and_what_is_none_is_not_sent() {
        let request = GetUser::new("6B01F5F81CCDF37440D510E2").request().unwrap();
        assert_eq!(request.uri(), "/users/6b01f5f81ccdf37440d510e2");
        for none in [
            "",
            "me",
            "..",
            "6b01f5f81ccdf37440d510e",
            "6b01f5f81ccdf37440d510eg",
        ] {
            assert_eq!(GetUser::new(none).request().unwrap_err().part(), "user");
            assert!(UpdateUser::new(none).request().is_err());
            assert!(DeleteUser::new(none).request().is_err(), "{none}");
        }
    }
}
