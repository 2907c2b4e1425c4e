//! The words that people are made of beside their names.

pub(crate) const TITLES: [&str; 8] = [
    "Accountant",
    "Carpenter",
    "Nurse",
    "Team lead",
    "Head of People & Culture",
    "Forklift driver",
    "Konsulent",
    "R&D \"maker\"",
];

pub(crate) const PLACES: [(&str, &str); 6] = [
    ("Denmark", "Nordby"),
    ("DK", "Sønderdal"),
    ("Sweden", "Västervik Ö"),
    ("Poland", "Łąkowo"),
    ("Belgium", "Bruggehaven"),
    ("Japan", "東町"),
];

pub(crate) const TIMEZONES: [&str; 4] = [
    "Europe/Copenhagen",
    "Europe/Stockholm",
    "Europe/Brussels",
    "Asia/Tokyo",
];

pub(crate) const ROLES: [&str; 4] = ["Architect", "Trainer", "Buddy", "First aider"];
