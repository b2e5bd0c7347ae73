//! What Crosswalk does, in one picture: a directory on the left, the application on the right, the plan between them.

use leptos::prelude::*;

/// The picture. Its words are text, so that everybody can read it.
#[component]
pub(super) fn Picture() -> impl IntoView {
    view! {
        <figure class="start-picture">
            <div class="picture-scene">
                <div class="picture-end">
                    <b>"Microsoft Entra ID"</b>
                    <code>"userPrincipalName"</code>
                    <code>"mail"</code>
                    <code>"department"</code>
                </div>
                <Wires />
                <ol class="picture-plan">
                    <li><b>"Map"</b> " attributes, and see the values of a person"</li>
                    <li><b>"Check"</b> " the plan, and repair what is wrong"</li>
                    <li><b>"Rehearse"</b> " the first cycle with your whole directory"</li>
                    <li><b>"Go live"</b> " with a checklist that has every value"</li>
                </ol>
                <Wires />
                <div class="picture-end">
                    <b>"Staffbase"</b>
                    <code>"externalId"</code>
                    <code>"emails[work]"</code>
                    <code>"department"</code>
                </div>
            </div>
            <figcaption>"You plan here, and enter the result in the Entra admin center. Then Entra sends your people to Staffbase."</figcaption>
        </figure>
    }
    .into_any()
}

#[component]
fn Wires() -> impl IntoView {
    view! {
        <svg class="picture-wires" viewBox="0 0 48 96" preserveAspectRatio="none" aria-hidden="true">
            <path data-type="match" d="M0 40C24 40 24 34 48 34"></path>
            <path data-type="direct" d="M0 61C24 61 24 58 48 58"></path>
            <path data-type="expression" d="M0 82C24 82 24 82 48 82"></path>
        </svg>
    }
    .into_any()
}
