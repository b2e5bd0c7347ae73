//! Groups, and what happens to people who leave.

use super::{Document, GUIDE, JourneyPhase as Phase, JourneyStep, Setting, Source, When, docs, setting, text};

pub(super) const STEPS: &[JourneyStep] = &[
    JourneyStep {
        id: "groups-on",
        phase: Phase::Groups,
        title: "Leave the group mapping on",
        location: "Provisioning → Attribute mapping → Groups → Enabled: Yes",
        older_location: Some("Provisioning → Mappings → Provision Microsoft Entra ID Groups → Enabled: Yes"),
        fields: &[
            setting("Target object actions", Setting::GroupActions),
            text("Kind in Staffbase", "Always a Manual Internal Group"),
            text("Identifier", "The Entra group's Object Id, with the default rows"),
            text("Name", "[SCIM] and the group's display name, with the default rows"),
        ],
        why: "Entra's default rows are enough. Switch the mapping off if you do not want to provision groups.",
        when: When::Groups,
        source: GUIDE,
    },
    JourneyStep {
        id: "groups-off",
        phase: Phase::Groups,
        title: "Switch the group mapping off",
        location: "Provisioning → Attribute mapping → Groups → Enabled: No → Save",
        older_location: Some("Provisioning → Mappings → Provision Microsoft Entra ID Groups → Enabled: No → Save"),
        fields: &[],
        why: "This plan provisions no groups. If the mapping stays on, every assigned group is created in Staffbase.",
        when: When::NoGroups,
        source: GUIDE,
    },
    JourneyStep {
        id: "groups-direct-members",
        phase: Phase::Groups,
        title: "Check that assigned groups contain people, not groups",
        location: "Entra ID → Groups → the group → Members",
        older_location: None,
        fields: &[
            text("Nested groups", "are not supported. Only direct members are provisioned."),
            text("Group", "must be security-enabled"),
            text("Display name", "must be unique, because groups match by it"),
        ],
        why: "Entra leaves out the members of a group inside a group, without a message. A plan does not know your \
              groups.",
        when: When::Groups,
        source: GUIDE,
    },
    JourneyStep {
        id: "groups-removal-test",
        phase: Phase::Groups,
        title: "Remove one member from a test group and check the others",
        location: "Entra ID → Groups → a test group → Members → Remove, then wait for a cycle",
        older_location: None,
        fields: &[text("Expected in Staffbase", "This person is no longer a member. All others still are.")],
        why: "Entra has two ways to remove a member. Which one Staffbase needs is not documented. The flag \
              aadOptscim062020 in the Tenant URL selects the standard way.",
        when: When::Groups,
        source: docs("application-provisioning-config-problem-scim-compatibility"),
    },
    JourneyStep {
        id: "deprovisioning-decision",
        phase: Phase::Deprovisioning,
        title: "Decide whether to disable or delete people who leave",
        location: "Entra ID → Enterprise apps → the application → Users and groups, or Entra ID → Users",
        older_location: None,
        fields: &[
            text("Disable", "active becomes False and the person is deactivated; access comes back with True"),
            text("Delete", "the person is removed from the application completely, and Entra sends DELETE"),
            setting("Target object actions", Setting::UserActions),
        ],
        why: "Entra disables a person who is unassigned, blocked, out of scope or deleted. It sends DELETE only \
              when the person is purged: 30 days after the deletion, or by hand.",
        when: When::Always,
        source: GUIDE,
    },
    JourneyStep {
        id: "deprovisioning-pending",
        phase: Phase::Deprovisioning,
        title: "Know what happens to people who have not registered yet",
        location: "Staffbase Studio → Users → Pending Users",
        older_location: None,
        fields: &[text("If Entra sends active False", "Staffbase deletes the invitation")],
        why: "A pending person cannot be deactivated. If the person is to come back, send a new invitation.",
        when: When::Always,
        source: Source::new(Document::StaffbaseDefaultMappings, "the active attribute"),
    },
    JourneyStep {
        id: "deprovisioning-order",
        phase: Phase::Deprovisioning,
        title: "Agree on the order for leavers: first delete, then unassign",
        location: "Entra ID → Users",
        older_location: None,
        fields: &[
            text("Unassigned first, deleted later", "Entra sends no DELETE, because it no longer manages the person"),
            text("Deleted in the Studio", "You cannot undo this"),
        ],
        why: "Entra deletes a person in Staffbase only while the two are linked. Entra keeps the links. They are \
              not part of a plan.",
        when: When::Always,
        source: docs("how-provisioning-works"),
    },
    JourneyStep {
        id: "deprovisioning-test",
        phase: Phase::Deprovisioning,
        title: "Disable one test person, then enable the account again",
        location: "Entra ID → Users → a test person → Block sign-in, then wait for a cycle",
        older_location: None,
        fields: &[
            text(
                "Expected in Staffbase",
                "The person is deactivated. After you allow sign-in again, the person is registered again.",
            ),
            text("Group memberships", "may not come back automatically"),
        ],
        why: "Without the flag aadOptscim062020, Entra sends False as text. With the flag, it sends a Boolean. \
              Which one Staffbase needs is not documented, so try it.",
        when: When::Always,
        source: docs("application-provisioning-config-problem-scim-compatibility"),
    },
    JourneyStep {
        id: "cleared-values",
        phase: Phase::Deprovisioning,
        title: "Agree who clears a value in Staffbase",
        location: "Staffbase Studio",
        older_location: None,
        fields: &[text("A value removed in Entra", "stays in Staffbase until someone clears it there")],
        why: "Entra sends no empty values. This is true for every outbound mapping.",
        when: When::Always,
        source: docs("clear-attribute-values"),
    },
];
