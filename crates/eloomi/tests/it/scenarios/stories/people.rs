//! Those of whom the stories tell, as bodies of their creates. Their ids follow in this order, from
//! 80001 on.
//!
//! What they are called has the form of a pseudonym, which redaction leaves as it is: so a story can
//! ask for somebody by a name, and is told the same where it is replayed.

pub(super) const ADA: &str = r#"{"first_name":"Ada-0001","last_name":"Lin-0001",
    "employee_id":"code-000001","email":"person-000001@example.invalid","activate":"instant",
    "birthday":"1990-02-28","department_id":[4001],"start_of_employment_at":"2020-03-01 08:00:00",
    "title":"text-000001","phone":"+45 00 00 00 01","mobile_phone":"+45 00 00 00 02",
    "language_code":"en","language_iso":"US","access_groups":[31],"level":5,
    "custom_attributes":{"shoe_size":"38"}}"#;

pub(super) const JONAS: &str = r#"{"first_name":"Jonas-0002","employee_id":"code-000002",
    "email":"person-000002@example.invalid"}"#;

pub(super) const MIA: &str = r#"{"first_name":"Mia-0003","last_name":"Lin-0003",
    "employee_id":"code-000003","email":"person-000003@example.invalid","activate":"instant",
    "direct_manager_ids":[80001]}"#;

pub(super) const NOOR: &str = r#"{"first_name":"Noor-0004","last_name":"Lin-0004",
    "employee_id":"code-000004","email":"person-000004@example.invalid","activate":"instant"}"#;

pub(super) const LIN: &str = r#"{"first_name":"Lin-0005","last_name":"Lin-0005",
    "employee_id":"code-000005","email":"person-000005@example.invalid","activate":"instant"}"#;
