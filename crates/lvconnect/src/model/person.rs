//! A person.

use eloomi_wire::{InstantText, Nullable, Text, model};

use super::{Address, City, Role, UserId};

/// Declares a person with these fields beside those that everybody has.
macro_rules! person {
    ($(#[$about:meta])* pub struct $name:ident { $($more:tt)* }) => {
        model! {
            $(#[$about])*
            pub struct $name {
                /// What names the person. 24 digits in hex.
                id: UserId = "id", required, personal;

                /// Address; a change replaces all of it (measured).
                address: Option<Address> = "address", writable, personal;

                /// When the person was born, as midnight of some zone turned into UTC, so that it
                /// may be the day before (measured).
                birth_date: Nullable<InstantText> = "birthDate", writable, personal;

                /// Town of the office; absent for those made by the service's command line
                /// (measured).
                city: Option<City> = "city", writable, personal;

                /// When the entry was made (documented and measured).
                created_at: Option<InstantText> = "createdAt", personal;

                /// Free text (documented and measured).
                description: Nullable<Text> = "description", writable, personal;

                /// E-mail address, which is the user name too: its case matters, and it cannot be
                /// changed (measured; the documents say that it can).
                email: Option<Text> = "email", personal;

                /// Second e-mail address (documented; the measured server has none).
                fallback_email: Option<Text> = "fallbackEmail", personal;

                /// First name.
                first_name: Option<Text> = "firstName", writable, personal;

                /// Name at GitHub (measured). Cannot be written.
                github_handle: Option<Text> = "githubHandle", personal;

                /// First day (measured). Somebody who is not hired yet is refused with a good token.
                hired_at: Nullable<InstantText> = "hiredAt", writable, personal;

                /// Job, as free text (measured).
                job: Nullable<Text> = "job", writable, personal;

                /// Last name, always in capitals, whatever was written (measured): `straße` comes
                /// back as `STRASSE`.
                last_name: Option<Text> = "lastName", writable, personal;

                /// Last day (measured). `null`, which a creation leaves that says so, is not the
                /// same as absent: it bars the password grant until an update writes `null`.
                left_at: Nullable<InstantText> = "leftAt", writable, personal;

                /// Telephone number, written anew by the service: `+33 6 12 34 56 78` (measured).
                phone: Option<Text> = "phone", writable, personal;

                /// Where the picture is. The documents have another spelling.
                profile_picture_url: Option<Text>
                    = "profilePictureUrl" | "pictureProfileUrl", personal;

                /// The company's own number of the person (measured).
                registration_number: Nullable<Text> = "registrationNumber", writable, personal;

                /// Roles, perhaps one of them twice.
                roles: Vec<Role> = "roles", writable, personal;

                /// Labels (measured).
                tags: Vec<Text> = "tags", writable, personal;

                /// Name at Trello (measured). Cannot be written.
                trello_handle: Option<Text> = "trelloHandle", personal;

                $($more)*
            }
        }
    };
}

person! {
    /// Person as the directory answers.
    ///
    /// What is read differs from what was written: last name, telephone number and moments come
    /// back in another form (measured). It cannot be sent back: an update is made of
    /// [`UpdateUser`](crate::UpdateUser)'s setters.
    ///
    /// ```
    /// use lvconnect::{Role, User};
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let user: User = eloomi_wire::decode(
    ///     br#"{"id":"6b01f5f81ccdf37440d510e2","roles":["tech"],"leftAt":null,"shoeSize":38}"#,
    /// )?;
    /// assert_eq!(user.roles, [Role::Tech]);
    /// assert!(user.left_at.is_null());
    /// assert!(user.extra.get("shoeSize").is_some());
    /// assert_eq!(format!("{user:?}"), "User { id, left_at, roles, .. }");
    /// # Ok(())
    /// # }
    /// ```
    pub struct User {}
}

person! {
    /// The person whom the token was issued for, as [`GetMe`](crate::GetMe) answers.
    ///
    /// ```
    /// use lvconnect::Me;
    ///
    /// # fn main() -> Result<(), eloomi_wire::DecodeError> {
    /// let me: Me = eloomi_wire::decode(
    ///     br#"{"id":"6b01f5f81ccdf37440d510e2","needPasswordChange":false}"#,
    /// )?;
    /// assert_eq!(me.need_password_change, Some(false));
    /// # Ok(())
    /// # }
    /// ```
    pub struct Me {
        /// Whether the password must be changed. The token endpoint has the other spelling.
        need_password_change: Option<bool>
            = "needPasswordChange" | "need_password_change", personal;
    }
}
