//! `POST /users`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_wire::{InstantText, Patch, Text, list_setters, value_setters};
use http::{Method, Request};

use crate::{
    Address, City, Role, User, body, judge,
    model::UserChanges,
    needs::{Needs, WRITERS},
};

/// Creates a person and returns them as they now are.
///
/// One request. What it must have are the arguments of [`new`](Self::new) (measured; the documents
/// leave the city out and want a password, which is refused). What is set to nothing is left out:
/// the service refuses most empty texts, and a `null` as the last day would bar the person's
/// password for ever (measured).
///
/// Needs the scope `users:create`, and a token of somebody with the role hr, talent or board. The
/// answer is 200, not 201.
///
/// Never repeated once it may have left: two people may have addresses that differ in case alone.
///
/// # Errors
///
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for an address that somebody has, with
/// [`EmailTaken`](crate::Reason::EmailTaken) as the reason, and for whatever else the service
/// refuses, such as an address whose top level domain is not registered; [`Refusal`](crate::Refusal)
/// names the field. That comes before it looks at rights.
/// [`Forbidden`](eloomi_core::ErrorKind::Forbidden) without the scope or the role.
/// [`Ambiguous`](eloomi_core::ErrorKind::Ambiguous) if the answer was lost: list who has the
/// address before sending it again, or, if it is longer than 50 characters, search for the name.
/// [`Request`](eloomi_core::ErrorKind::Request) for names of less than two characters, and without
/// an address or a role.
///
/// # Examples
///
/// ```
/// use lvconnect::{City, Client, CreateUser, Role, UserId};
///
/// async fn hire(client: &Client) -> Result<UserId, eloomi_core::Error> {
///     let starter = CreateUser::new("Tess", "Techie", "tess@example.com", [Role::Tech], City::Lyon)
///         .job("architect")
///         .hired_at("2026-12-01T00:00:00.000Z");
///     Ok(client.send(starter).await?.id)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct CreateUser {
    changes: UserChanges,
}

static CREATE_USER: Route = Route::new("createUser", Method::POST, "/users", Repeat::Never)
    .check("list who has the e-mail address before sending it again");

const NEEDS: Needs = Needs {
    scope: "the scope users:create",
    person: WRITERS,
};

impl CreateUser {
    /// A person of this name, with this address, at least one role, and an office in this town.
    pub fn new<R: Into<Role>>(
        first_name: impl Into<Text>,
        last_name: impl Into<Text>,
        email: impl Into<Text>,
        roles: impl IntoIterator<Item = R>,
        city: impl Into<City>,
    ) -> Self {
        let changes = UserChanges {
            first_name: Patch::Set(first_name.into()),
            last_name: Patch::Set(last_name.into()),
            email: Patch::Set(email.into()),
            roles: Patch::Set(roles.into_iter().map(Into::into).collect()),
            city: Patch::Set(city.into()),
            ..UserChanges::default()
        };
        Self { changes }
    }
}

value_setters! { CreateUser;
    address: Address, "where the person lives";
    birth_date: InstantText, "when the person was born; say it in UTC, or it may become the day before";
    description: Text, "a description, of at most 255 characters";
    hired_at: InstantText, "the first day";
    job: Text, "the job, as free text";
    left_at: InstantText, "the last day; even one to come bars the person's password";
    phone: Text, "the telephone number, in the form of France or with a `+` and the country";
    registration_number: Text, "the company's own number of the person";
}

list_setters! { CreateUser;
    tags: Text, "labels";
}

impl Endpoint for CreateUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        &CREATE_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.changes.refuse_short()?;
        if self
            .changes
            .email
            .value()
            .is_none_or(|email| email.is_empty())
        {
            return Err(RequestError::new(
                "email",
                "is empty, and nobody is there without",
            ));
        }
        let changes = self.changes.clone().without_empty();
        CREATE_USER.fill(&[])?.json(body::json(&changes)?).build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        judge::value(reply, &NEEDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nina() -> CreateUser {
        CreateUser::new(
            "Nina",
            "Newcomer",
            "nina@example.com",
            [Role::Tech],
            City::Lyon,
        )
    }

    #[test]
    fn what_is_set_to_nothing_is_left_out() {
        let address = Address {
            street: Some("".into()),
            ..Address::default()
        };
        let empty = nina()
            .description("")
            .job("")
            .phone("")
            .registration_number("")
            .hired_at("")
            .tags([""; 0])
            .address(address);
        let body = nina().request().unwrap().into_body();
        assert_eq!(empty.request().unwrap().into_body(), body);
        assert_eq!(
            body,
            r#"{"city":"Lyon","email":"nina@example.com","firstName":"Nina","lastName":"Newcomer","roles":["tech"]}"#
        );
    }

    #[test]
    fn a_part_of_an_address_that_is_empty_is_left_out_alone() {
        let address = Address {
            street: Some("".into()),
            city: Some("Nantes".into()),
            ..Address::default()
        };
        let request = nina().address(address).request().unwrap();
        let body = std::str::from_utf8(request.body()).unwrap();
        assert!(
            body.starts_with(r#"{"address":{"city":"Nantes"},"#),
            "{body}"
        );
    }

    #[test]
    fn nobody_is_created_without_name_address_and_role() {
        let created = |first, last, email, roles: &[&str]| {
            let request = CreateUser::new(first, last, email, roles.iter().copied(), City::Lyon);
            request.request().unwrap_err().part().to_owned()
        };
        assert_eq!(
            created("N", "Newcomer", "nina@example.com", &["tech"]),
            "firstName"
        );
        assert_eq!(
            created("Nina", "", "nina@example.com", &["tech"]),
            "lastName"
        );
        assert_eq!(created("Nina", "Newcomer", "", &["tech"]), "email");
        assert_eq!(
            created("Nina", "Newcomer", "nina@example.com", &[]),
            "roles"
        );
    }

    #[test]
    fn a_creation_is_never_repeated_and_says_how_to_check() {
        assert_eq!(nina().repeat(), Repeat::Never);
        assert!(CREATE_USER.how_to_check().contains("e-mail address"));
    }
}
