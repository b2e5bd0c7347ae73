//! Rules about the sample people. Each rule is one file, and its line below registers it.

family! {
    'P', "People":
    email_refused,
    guest_identifier,
    identifier_empty,
    identifier_repeated,
    identifier_white_space,
    manager_out_of_scope,
    matching_special_characters,
    no_primary_email,
    phone_with_letters,
    several_roles,
    url_refused,
}
