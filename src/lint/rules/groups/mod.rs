//! Rules about groups. Each rule is one file, and its line below registers it.

family! {
    'G', "Groups":
    group_identifier_missing,
    group_members_missing,
    group_name_missing,
    group_not_matching,
}
