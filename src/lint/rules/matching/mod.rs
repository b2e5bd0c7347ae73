//! Rules about matching and the identifier. Each rule is one file, and its line below registers it.

mod probe;

family! {
    'M', "Matching":
    external_id_constant,
    external_id_from_mail_nickname,
    external_id_may_change,
    external_id_not_first,
    external_id_only_during_creation,
    identifier_changes_on_deletion,
    identifier_follows_name,
    matching_expression_reads_several,
    matching_not_documented,
    matching_on_constant,
    matching_precedence_gap,
    matching_precedence_repeated,
    matching_source_not_unique,
    matching_target_unfit,
    matching_too_many,
    nothing_matches,
    sign_in_identifier_differs,
}
