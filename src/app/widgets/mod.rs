//! Parts that know no plan: buttons, switches, fields, dialogs, icons.

mod button;
mod choice;
mod clipboard;
mod copy_button;
mod dialog;
mod empty_state;
mod entry;
mod field;
mod field_drafts;
mod file_input;
mod icon;
mod moment;
mod number_input;
mod rows_in_view;
mod segmented_control;
mod severity_mark;
mod text_input;
mod token;

pub use button::{Button, ButtonKind};
pub use choice::{Check, Choice, ChoiceOption};
pub use copy_button::{Announce, CopyButton};
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use entry::Entry;
pub use field::Field;
pub use field_drafts::{FieldDrafts, use_field_drafts};
pub use file_input::{DropArea, DropOnPage, PickFile};
pub use icon::{Icon, IconName};
pub use moment::{moment, time_of_day, today};
pub use number_input::{NumberInput, whole_number};
pub use rows_in_view::{DrawnRows, RowHeight, RowKind, RowsInView, draws};
pub use segmented_control::SegmentedControl;
pub use severity_mark::SeverityMark;
pub use text_input::{TextInput, TextLines};
pub use token::pixels;
