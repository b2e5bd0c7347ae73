//! Parts that know no plan: buttons, switches, fields, dialogs, icons.

mod button;
mod copy_button;
mod dialog;
mod empty_state;
mod field;
mod icon;
mod segmented_control;
mod severity_mark;

pub use button::{Button, ButtonKind};
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use field::Field;
pub use icon::{Icon, IconName};
pub use segmented_control::SegmentedControl;
pub use severity_mark::SeverityMark;
