//! Rules about scoping filters. Each rule is one file, and its line below registers it.

family! {
    'S', "Scope":
    scope_attribute_not_filterable,
    scope_attribute_unknown,
    scope_contradiction,
    scope_everyone,
    scope_filter_empty,
    scope_matches_nobody,
    scope_negation_drops_empty,
    scope_number_expected,
    scope_operator_not_documented,
    scope_operator_unknown,
    scope_pattern_not_anchored,
    scope_value_missing,
}
