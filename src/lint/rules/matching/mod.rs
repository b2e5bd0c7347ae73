//! Rules of this family, one a file.

pub(super) mod external_id_from_mail_nickname;
pub(super) mod external_id_not_first;
pub(super) mod matching_precedence_repeated;
