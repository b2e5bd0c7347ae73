//! Rules of this family, one a file.

pub(super) mod external_id_constant;
pub(super) mod external_id_from_mail_nickname;
pub(super) mod external_id_may_change;
pub(super) mod external_id_not_first;
pub(super) mod external_id_only_during_creation;
pub(super) mod matching_expression_reads_several;
pub(super) mod matching_not_documented;
pub(super) mod matching_on_constant;
pub(super) mod matching_precedence_gap;
pub(super) mod matching_precedence_repeated;
pub(super) mod matching_source_not_unique;
pub(super) mod matching_target_unfit;
pub(super) mod matching_too_many;
pub(super) mod sign_in_identifier_differs;
