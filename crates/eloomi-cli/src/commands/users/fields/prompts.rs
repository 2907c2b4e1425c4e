//! What to ask a person for at the next login.

use std::collections::BTreeMap;

use eloomi::{UserPrompts, wire::RawJson};

use crate::fields::encoded;

/// The JSON of `phone=mandatory` and `email=optional`.
pub(super) fn prompts(typed: &[String]) -> Result<RawJson, &'static str> {
    let mut prompts = BTreeMap::new();
    for prompt in typed {
        let (name, how) = prompt.split_once('=').unwrap_or((prompt, ""));
        let mut fields = UserPrompts::FIELDS
            .iter()
            .map(|field| field.wire_names()[0]);
        let name = name.replace('-', "_");
        let name = fields
            .find(|field| *field == name)
            .ok_or("takes email, employee_id, legal_consent, password, phone and phone_code")?;
        let is_mandatory = match how {
            "mandatory" => true,
            "optional" => false,
            _ => return Err("takes NAME=mandatory and NAME=optional"),
        };
        if prompts.insert(name, is_mandatory).is_some() {
            return Err("takes each name once");
        }
    }
    encoded(&prompts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(typed: &[&str]) -> Result<String, &'static str> {
        let typed: Vec<_> = typed.iter().map(ToString::to_string).collect();
        prompts(&typed).map(|json| json.as_str().into())
    }

    #[test]
    fn prompts_are_mandatory_or_optional() {
        let prompts = json(&["phone=mandatory", "phone-code=optional"]);
        assert_eq!(prompts.unwrap(), r#"{"phone":true,"phone_code":false}"#);
        for wrong in ["phone", "phone=yes", "shoe=optional"] {
            assert!(json(&[wrong]).is_err(), "{wrong}");
        }
        assert!(json(&["phone=optional", "phone=optional"]).is_err());
    }

    #[test]
    fn every_prompt_is_named_when_one_is_not_known() {
        let said = json(&["shoe=optional"]).unwrap_err();
        for field in UserPrompts::FIELDS {
            assert!(said.contains(field.name()), "{}", field.name());
        }
    }
}
