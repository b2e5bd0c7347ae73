//! Keys, and how a keyboard names them. Everything that a person reads about a key comes from here.

/// Whose names keys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// A Mac: signs, without a plus.
    Mac,
    /// Any other system: words.
    Other,
}

/// A key that is held while another one is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// Control. On a Mac it is not the key of the commands.
    Control,
    /// Alt, or Option on a Mac.
    Alt,
    /// Shift.
    Shift,
    /// The key of the commands: Control, or Command on a Mac.
    Command,
}

impl Keyboard {
    /// The name of a modifier, as on the key.
    pub const fn modifier(self, modifier: Modifier) -> &'static str {
        match (self, modifier) {
            (Self::Mac, Modifier::Control) => "⌃",
            (Self::Mac, Modifier::Alt) => "⌥",
            (Self::Mac, Modifier::Shift) => "⇧",
            (Self::Mac, Modifier::Command) => "⌘",
            (Self::Other, Modifier::Control | Modifier::Command) => "Ctrl",
            (Self::Other, Modifier::Alt) => "Alt",
            (Self::Other, Modifier::Shift) => "Shift",
        }
    }

    /// Keys in words, for example "Ctrl+Shift+Z", or "⇧⌘Z" on a Mac.
    pub fn named(self, modifiers: &[Modifier], key: &str) -> String {
        // A Mac names Command last.
        let order = match self {
            Self::Mac => [Modifier::Control, Modifier::Alt, Modifier::Shift, Modifier::Command],
            Self::Other => [Modifier::Command, Modifier::Control, Modifier::Alt, Modifier::Shift],
        };
        let mut name = String::new();
        for modifier in order.into_iter().filter(|one| modifiers.contains(one)) {
            name.push_str(self.modifier(modifier));
            if self == Self::Other {
                name.push('+');
            }
        }
        name.push_str(key);
        name
    }
}

/// A key with its modifiers. On a Mac, `control` is the Command key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The name of the key in the browser, in lower case.
    pub key: &'static str,
    /// Control, or Command on a Mac.
    pub control: bool,
    /// Shift.
    pub shift: bool,
}

impl Keys {
    pub(super) const fn plain(key: &'static str) -> Self {
        Self { key, control: false, shift: false }
    }

    pub(super) const fn control(key: &'static str) -> Self {
        Self { key, control: true, shift: false }
    }

    pub(super) const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether it is one character without a modifier. Speech input can press such a key by accident, so it can be
    /// switched off (WCAG 2.1.4).
    pub fn is_single_character(self) -> bool {
        !self.control && self.key.chars().count() == 1
    }

    pub(super) fn is_pressed(self, key: &str, control: bool, shift: bool) -> bool {
        // Some keyboards need Shift for a sign such as "/" or "?".
        let is_sign = self.key.chars().count() == 1 && !self.key.chars().all(char::is_alphanumeric);
        self.key == key && self.control == control && (is_sign || self.shift == shift)
    }

    /// The keys in words.
    pub fn label(self, keyboard: Keyboard) -> String {
        let held = [(self.control, Modifier::Command), (self.shift, Modifier::Shift)];
        let held: Vec<Modifier> = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, one)| one).collect();
        keyboard.named(&held, &self.key.to_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_names_of_the_system() {
        let redo = Keys::control("z").with_shift();
        assert_eq!(redo.label(Keyboard::Other), "Ctrl+Shift+Z");
        assert_eq!(redo.label(Keyboard::Mac), "⇧⌘Z");
        assert_eq!(Keys::plain("f8").with_shift().label(Keyboard::Mac), "⇧F8");
        assert_eq!(Keyboard::Mac.named(&[Modifier::Alt], "↑ ↓"), "⌥↑ ↓");
        assert_eq!(Keyboard::Mac.named(&[Modifier::Control], "Space"), "⌃Space");
        assert_eq!(Keyboard::Other.named(&[Modifier::Control], "Space"), "Ctrl+Space");
    }
}
