//! Asks before a mapping is replaced.

use leptos::prelude::*;

use super::linking::{Linking, Question};
use crate::app::{
    services::files,
    widgets::{Button, ButtonKind, Dialog},
};

/// The dialog, while a question waits.
#[component]
pub(super) fn ReplaceDialog(linking: Linking) -> impl IntoView {
    let asked = linking.asked;
    let open = Signal::derive(move || asked.with(Option::is_some));
    let title = Signal::derive(move || {
        asked
            .with(|asked| asked.as_ref().map(|asked| format!("{} is mapped already", asked.target)).unwrap_or_default())
    });
    let content = move || {
        let Question { now, then, .. } = asked.get()?;
        let replace = move || {
            linking.replace();
            files::focus("board");
        };
        Some(view! {
            <dl class="replace-mapping">
                <dt>"Now"</dt><dd><code>{now}</code></dd>
                <dt>"New"</dt><dd><code>{then}</code></dd>
            </dl>
            <footer class="dialog-actions">
                <Button on_press=move || asked.set(None)>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=replace>"Replace"</Button>
            </footer>
        })
    };
    view! { <Dialog open title on_close=move |()| asked.set(None)>{content}</Dialog> }.into_any()
}
