use eloomi_model::{AccessGroup, AccessPermission};
use eloomi_wire::decode;

#[test]
fn a_permission_that_nobody_documented_is_kept_as_it_came() {
    let json =
        r#"{"id":31,"name":"HR Admins","permissions":["admin_organization","admin_travel"]}"#;
    let group: AccessGroup = decode(json.as_bytes()).unwrap();
    assert_eq!(
        group.permissions,
        [
            AccessPermission::Organization,
            AccessPermission::Other("admin_travel".into())
        ]
    );
    assert_eq!(serde_json::to_string(&group).unwrap(), json);
}

#[test]
fn a_group_without_permissions_permits_nothing() {
    for json in [r#"{"id":24}"#, r#"{"id":"24","permissions":null}"#] {
        let group: AccessGroup = decode(json.as_bytes()).unwrap();
        assert_eq!(
            (group.id, group.permissions.len()),
            (24.into(), 0),
            "{json}"
        );
    }
}
