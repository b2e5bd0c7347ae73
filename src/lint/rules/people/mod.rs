//! Rules about people: the sample people, or in a rehearsal everybody. Each rule is one file, and its line below registers it.

family! {
    'P', "People":
    access_lost,
    deletion_threshold_reached,
    email_refused,
    email_repeated,
    existing_user_unmatched,
    guest_identifier,
    identifier_empty,
    identifier_repeated,
    identifier_white_space,
    manager_not_active,
    manager_not_in_file,
    manager_out_of_scope,
    mapping_fails,
    matching_special_characters,
    matching_value_missing,
    no_primary_email,
    phone_with_letters,
    several_roles,
    several_users_match,
    url_refused,
    user_name_collides,
    value_lost,
    value_too_long,
}
