//! Rules of this family, one a file.

pub(super) mod email_refused;
pub(super) mod guest_identifier;
pub(super) mod identifier_empty;
pub(super) mod identifier_repeated;
pub(super) mod identifier_white_space;
pub(super) mod manager_out_of_scope;
pub(super) mod matching_special_characters;
pub(super) mod no_primary_email;
pub(super) mod phone_with_letters;
pub(super) mod several_roles;
pub(super) mod url_refused;
