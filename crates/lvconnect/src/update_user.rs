//! `PUT /users/{user}`.

use bytes::Bytes;
use eloomi_core::{Endpoint, Repeat, Reply, RequestError, ResponseError, Route};
use eloomi_wire::{InstantText, Text, list_setters, patch_setters, value_setters};
use http::{Method, Request};

use crate::{
    Address, City, Role, User, UserId, body, judge, model::UserChanges, needs::Needs, target,
};

/// Changes one person and returns them as they now are.
///
/// One request, a PUT that merges all the same (measured): what is not set stays as it is, and of
/// what may be empty [`Patch::Clear`](eloomi_wire::Patch::Clear) takes the value away. The types
/// say which fields that are. The address is replaced whole. The e-mail address cannot be changed,
/// and a [`User`] that was read cannot be sent back: the service refuses both (measured), so there
/// is no way to say it. A change of nothing is sent, too, and answers the person.
///
/// Of others it needs the scope `users:modify`, and a token of somebody with the role hr, talent or
/// board. Of oneself `profile:modify` or `users:modify`, and one of these roles for
/// [`roles`](Self::roles) and [`registration_number`](Self::registration_number) alone. Whoever sets
/// their own [`left_at`](Self::left_at) locks themselves out.
///
/// Has the same effect twice.
///
/// # Errors
///
/// [`NotFound`](eloomi_core::ErrorKind::NotFound) for an id that nobody has.
/// [`Rejected`](eloomi_core::ErrorKind::Rejected) for what the service refuses;
/// [`Refusal`](crate::Refusal) names the field. [`Forbidden`](eloomi_core::ErrorKind::Forbidden)
/// without the scope or the role. [`Request`](eloomi_core::ErrorKind::Request) for what is no id,
/// for names of less than two characters, and for empty texts, which the service refuses or passes
/// over.
///
/// # Examples
///
/// ```
/// use eloomi_wire::Patch;
/// use lvconnect::{City, Client, Role, UpdateUser, UserId};
///
/// async fn move_to_paris(client: &Client, id: &UserId) -> Result<(), eloomi_core::Error> {
///     let change = UpdateUser::new(id)
///         .city(City::Paris)
///         .roles([Role::Tech, Role::Lead])
///         .description(Patch::Clear);
///     client.send(change).await?;
///     Ok(())
/// }
/// ```
///
/// What may not be empty cannot be cleared:
///
/// ```compile_fail
/// use eloomi_wire::Patch;
/// use lvconnect::UpdateUser;
///
/// let change = UpdateUser::new("6b01f5f81ccdf37440d510e2").phone(Patch::Clear);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until a client sends it"]
pub struct UpdateUser {
    user: UserId,
    changes: UserChanges,
}

static UPDATE_USER: Route = Route::new(
    "updateUser",
    Method::PUT,
    "/users/{user}",
    Repeat::Idempotent,
);

const NEEDS: Needs = Needs {
    scope: "the scope users:modify, or for oneself profile:modify",
    person: "somebody with the role hr, talent or board, or of most fields the person themselves",
};

impl UpdateUser {
    /// Changes the person with this id.
    pub fn new(user: impl Into<UserId>) -> Self {
        Self {
            user: user.into(),
            changes: UserChanges::default(),
        }
    }
}

patch_setters! { UpdateUser;
    address: Address, "where the person lives, all of it";
    birth_date: InstantText, "when the person was born; say it in UTC, or it may become the day before";
    description: Text, "the description, of at most 255 characters";
    hired_at: InstantText, "the first day";
    job: Text, "the job, as free text";
    left_at: InstantText, "the last day; even one to come bars the person's password, and clearing it lets them in";
    registration_number: Text, "the company's own number of the person";
}

value_setters! { UpdateUser;
    city: City, "the town of the office";
    first_name: Text, "the first name";
    last_name: Text, "the last name";
    phone: Text, "the telephone number, in the form of France or with a `+` and the country; it cannot be taken away";
}

list_setters! { UpdateUser;
    roles: Role, "the roles, at least one";
    tags: Text, "the labels; none takes all away";
}

impl Endpoint for UpdateUser {
    type Output = User;

    fn route(&self) -> &'static Route {
        &UPDATE_USER
    }

    fn request(&self) -> Result<Request<Bytes>, RequestError> {
        self.changes.refuse_short()?;
        self.changes.refuse_empty()?;
        let json = body::json(&self.changes)?;
        target::of_user(&UPDATE_USER, &self.user)?
            .json(json)
            .build()
    }

    fn response(&self, reply: &Reply) -> Result<User, ResponseError> {
        judge::value(reply, &NEEDS)
    }
}

#[cfg(test)]
mod tests {
    use eloomi_wire::Patch;

    use super::*;

    fn change() -> UpdateUser {
        UpdateUser::new("6b01f5f81ccdf37440d510e2")
    }

    #[test]
    fn left_cleared_and_set_are_three_things() {
        let request = change().job("data").left_at(Patch::Clear).tags([""; 0]);
        let request = request.request().unwrap();
        assert_eq!(request.method(), Method::PUT);
        assert_eq!(request.body(), r#"{"job":"data","leftAt":null,"tags":[]}"#);
        assert_eq!(change().request().unwrap().body(), "{}");
    }

    #[test]
    fn empty_texts_are_refused_and_not_taken_for_nothing() {
        let address = Address {
            street: Some("".into()),
            ..Address::default()
        };
        for (change, part) in [
            (change().description(""), "description"),
            (change().job(""), "job"),
            (change().phone(""), "phone"),
            (change().registration_number(""), "registrationNumber"),
            (change().left_at(""), "leftAt"),
            (change().hired_at(" "), "hiredAt"),
            (change().birth_date(""), "birthDate"),
            (change().first_name("A"), "firstName"),
            (change().last_name(""), "lastName"),
            (change().roles([""; 0]), "roles"),
            (change().address(address.clone()), "address"),
        ] {
            assert_eq!(change.request().unwrap_err().part(), part);
        }
        assert!(change().address(Address::default()).request().is_ok());
    }

    #[test]
    fn a_change_may_be_repeated() {
        assert_eq!(change().roles([Role::Tech]).repeat(), Repeat::Idempotent);
    }
}
