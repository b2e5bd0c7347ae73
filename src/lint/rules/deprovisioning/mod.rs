//! Rules about people who leave. Each rule is one file, and its line below registers it.

family! {
    'D', "Deprovisioning":
    active_missing,
    active_only_during_creation,
    active_wrong,
    create_off,
    delete_off,
    update_off,
    users_off,
}
