//! Paths of operations, whose parameters have other names in each place.

/// Whether two templates are the same path: literal parts alike, parameters in the same places.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.split('/').count() == other.split('/').count()
        && one
            .split('/')
            .zip(other.split('/'))
            .all(|(one, other)| one == other || (is_parameter(one) && is_parameter(other)))
}

/// Whether a path as it is sent fits a template.
pub(crate) fn fits(path: &str, template: &str) -> bool {
    path.split('/').count() == template.split('/').count()
        && path
            .split('/')
            .zip(template.split('/'))
            .all(|(part, wanted)| part == wanted || (is_parameter(wanted) && !part.is_empty()))
}

/// The directory or module that an operation of this path belongs to: its first part behind the
/// version, without what names a key.
pub(crate) fn group(path: &str) -> &str {
    let path = path.trim_start_matches('/');
    let path = path.strip_prefix("v3/").unwrap_or(path);
    path.split(['/', '-']).next().unwrap_or_default()
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{') && part.ends_with('}')
}

#[cfg(test)]
mod tests {
    use super::{fits, group, same};

    #[test]
    fn parameters_are_compared_by_place_and_not_by_name() {
        assert!(same("/v3/users/{id}", "/v3/users/{userId}"));
        assert!(!same("/v3/users/{id}", "/v3/units/{userId}"));
        assert!(!same("/v3/users/{id}", "/v3/users/me"));
        assert!(!same("/v3/users", "/v3/users/{id}"));
        assert!(!same("/v3/users", "/users"));
    }

    #[test]
    fn a_path_fits_if_each_parameter_has_something() {
        assert!(fits("/v3/users-email/a%40b", "/v3/users-email/{email}"));
        assert!(!fits("/v3/users/", "/v3/users/{id}"));
        assert!(!fits("/v3/users/1/teams", "/v3/users/{id}"));
    }

    #[test]
    fn what_names_a_key_is_no_group_of_its_own() {
        assert_eq!(group("/v3/users-employee_id/{id}/teams/{id}"), "users");
        assert_eq!(group("/oauth/token"), "oauth");
    }
}
