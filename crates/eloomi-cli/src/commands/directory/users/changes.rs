//! What can be written of a person of the directory.

use eloomi::{
    Patch,
    wire::{InstantText, Text, model},
};
use lvconnect::{Address, CreateUser, UpdateUser};

model! {
    /// What creating or changing a person writes.
    pub(crate) struct PersonChanges {
        /// Where the person lives, all of it.
        address: Patch<Address> = "address", writable, personal;
        /// When the person was born.
        birth_date: Patch<InstantText> = "birthDate", writable, personal;
        /// Town of the office.
        city: Patch<Text> = "city", writable, personal;
        /// Free text.
        description: Patch<Text> = "description", writable, personal;
        /// Address, at creation alone.
        email: Patch<Text> = "email", writable, personal;
        /// First name.
        first_name: Patch<Text> = "firstName", writable, personal;
        /// First day.
        hired_at: Patch<InstantText> = "hiredAt", writable, personal;
        /// Job.
        job: Patch<Text> = "job", writable, personal;
        /// Last name.
        last_name: Patch<Text> = "lastName", writable, personal;
        /// Last day.
        left_at: Patch<InstantText> = "leftAt", writable, personal;
        /// Telephone number.
        phone: Patch<Text> = "phone", writable, personal;
        /// The company's own number of the person.
        registration_number: Patch<Text> = "registrationNumber", writable, personal;
        /// All roles.
        roles: Patch<Vec<Text>> = "roles", writable, personal;
        /// All labels.
        tags: Patch<Vec<Text>> = "tags", writable, personal;
    }
}

/// Sets those fields of a request that are given a value.
macro_rules! set {
    ($request:ident, $changes:ident: $($field:ident $as:expr),+) => { $(
        if let Patch::Set(value) = $changes.$field {
            $request = $request.$field($as(value));
        }
    )+ };
}

impl PersonChanges {
    /// What may be left out at creation. What must be there, [`CreateUser::new`] has.
    pub(super) fn of_creation(self, mut request: CreateUser) -> CreateUser {
        set!(request, self: address same, birth_date same, description same, hired_at same,
            job same, left_at same, phone same, registration_number same, tags same);
        request
    }

    /// What may be changed, emptied fields too.
    pub(super) fn of_update(self, request: UpdateUser) -> UpdateUser {
        let mut request = request
            .address(self.address)
            .birth_date(self.birth_date)
            .description(self.description)
            .hired_at(self.hired_at)
            .job(self.job)
            .left_at(self.left_at)
            .registration_number(self.registration_number);
        set!(request, self: city String::from, first_name same, last_name same, phone same,
            roles texts, tags same);
        request
    }
}

fn same<T>(value: T) -> T {
    value
}

fn texts(list: Vec<Text>) -> Vec<String> {
    list.into_iter().map(String::from).collect()
}
