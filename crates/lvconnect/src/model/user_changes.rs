//! The body of a request that writes a person.

use eloomi_core::RequestError;
use eloomi_wire::{InstantText, Patch, Text, model};

use super::{Address, City, Role};

model! {
    /// What creating or changing a person writes: each field is left, emptied or given a value.
    /// Which of the three a field takes, the setters of the requests decide.
    pub(crate) struct UserChanges {
        /// Whole, as it is written.
        address: Patch<Address> = "address", writable, personal;
        birth_date: Patch<InstantText> = "birthDate", writable, personal;
        city: Patch<City> = "city", writable, personal;
        description: Patch<Text> = "description", writable, personal;
        /// At creation alone.
        email: Patch<Text> = "email", writable, personal;
        first_name: Patch<Text> = "firstName", writable, personal;
        hired_at: Patch<InstantText> = "hiredAt", writable, personal;
        job: Patch<Text> = "job", writable, personal;
        last_name: Patch<Text> = "lastName", writable, personal;
        left_at: Patch<InstantText> = "leftAt", writable, personal;
        /// Never emptied: the service makes a 500 of it (measured).
        phone: Patch<Text> = "phone", writable, personal;
        registration_number: Patch<Text> = "registrationNumber", writable, personal;
        roles: Patch<Vec<Role>> = "roles", writable, personal;
        tags: Patch<Vec<Text>> = "tags", writable, personal;
    }
}

/// Empty where the service would refuse it, or worse, take it as not sent.
const EMPTY: &str = "is empty, which the service does not take: clear it with `Patch::Clear`";

impl UserChanges {
    /// Leaves out what is empty, so that it is as if it had not been said.
    pub(crate) fn without_empty(mut self) -> Self {
        for text in self.texts() {
            if is_empty(text.1) {
                *text.1 = Patch::Keep;
            }
        }
        for moment in [&mut self.birth_date, &mut self.hired_at, &mut self.left_at] {
            if moment.value().is_some_and(InstantText::is_unset) {
                *moment = Patch::Keep;
            }
        }
        if let Patch::Set(address) = &mut self.address {
            for part in [
                &mut address.street,
                &mut address.zip_code,
                &mut address.city,
            ] {
                part.take_if(|text| text.is_empty());
            }
        }
        if self
            .address
            .value()
            .is_some_and(|it| *it == Address::default())
        {
            self.address = Patch::Keep;
        }
        if self.tags.value().is_some_and(Vec::is_empty) {
            self.tags = Patch::Keep;
        }
        self
    }

    /// Refuses what is empty.
    pub(crate) fn refuse_empty(&self) -> Result<(), RequestError> {
        let mut copy = self.clone();
        for (name, text) in copy.texts() {
            if is_empty(text) {
                let why = match name {
                    "phone" => "is empty, and a telephone number cannot be taken away",
                    _ => EMPTY,
                };
                return Err(RequestError::new(name, why));
            }
        }
        let moments = [
            ("birthDate", &self.birth_date),
            ("hiredAt", &self.hired_at),
            ("leftAt", &self.left_at),
        ];
        for (name, moment) in moments {
            if moment.value().is_some_and(InstantText::is_unset) {
                return Err(RequestError::new(name, EMPTY));
            }
        }
        if let Some(address) = self.address.value() {
            let parts = [&address.street, &address.zip_code, &address.city];
            if parts.into_iter().flatten().any(|part| part.is_empty()) {
                let why = "has an empty part, which the service does not take: leave it out";
                return Err(RequestError::new("address", why));
            }
        }
        Ok(())
    }

    /// Refuses names and roles that the service is known to refuse.
    pub(crate) fn refuse_short(&self) -> Result<(), RequestError> {
        for (part, name) in [
            ("firstName", &self.first_name),
            ("lastName", &self.last_name),
        ] {
            if name.value().is_some_and(|name| name.chars().count() < 2) {
                let why = "is shorter than two characters, which the service does not take";
                return Err(RequestError::new(part, why));
            }
        }
        if self.roles.value().is_some_and(Vec::is_empty) {
            return Err(RequestError::new(
                "roles",
                "is empty, and everybody has one",
            ));
        }
        Ok(())
    }

    fn texts(&mut self) -> [(&'static str, &mut Patch<Text>); 4] {
        [
            ("description", &mut self.description),
            ("job", &mut self.job),
            ("phone", &mut self.phone),
            ("registrationNumber", &mut self.registration_number),
        ]
    }
}

fn is_empty(text: &Patch<Text>) -> bool {
    text.value().is_some_and(|text| text.is_empty())
}
