//! C003.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C003",
    name: "notification-email-wrong",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A notification e-mail is an e-mail address.",
    why: "Nobody is told when provisioning goes into quarantine.",
    example: "it-team",
    remedy: "Enter a mailbox that somebody reads.",
    source: "entra-docs, application-provisioning-quarantine-status",
    check: Check::Settings(|context, findings| {
        let email = context.plan.connection.notification_email.as_str();
        if !email.is_empty() && !context.is_email(email) {
            let message = format!("“{email}” is not an e-mail address.");
            findings.push(Finding::new(Place::setting(Field::NotificationEmail), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent};

    const RULE: &str = "notification-email-wrong";

    #[test]
    fn an_address_that_is_set_is_one() {
        let with = |email: &str| changed(|plan| plan.connection.notification_email = email.to_owned());
        silent(&with(""), RULE);
        silent(&with("it@contoso.com"), RULE);
        fires(&with("it-team"), RULE);
    }
}
