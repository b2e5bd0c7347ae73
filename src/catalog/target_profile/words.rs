//! What sentences call an application.

use std::borrow::Cow;

/// The words of a target profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The application within a sentence: "Staffbase", "the application".
    pub application: &'static str,
    /// The same at the beginning of a sentence.
    pub capital: &'static str,
    /// Where its administrators work, within a sentence: "the Studio".
    pub administration: &'static str,
    /// The same as a place in a checklist: "Staffbase Studio".
    pub administration_place: &'static str,
}

impl Words {
    /// For an application whose name is not known.
    pub const ANY: Self = Self {
        application: "the application",
        capital: "The application",
        administration: "the application",
        administration_place: "The application",
    };

    /// A text of the catalogue or of a rule in these words: `{application}`, `{Application}` at the beginning of a
    /// sentence, `{administration}` and `{Administration}` are replaced. Never use it for a text that contains words of a plan.
    pub fn say(&self, text: &'static str) -> Cow<'static, str> {
        if !text.contains('{') {
            return Cow::Borrowed(text);
        }
        let text = text.replace("{application}", self.application).replace("{Application}", self.capital);
        let text = text.replace("{administration}", self.administration);
        Cow::Owned(text.replace("{Administration}", self.administration_place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_words_of_the_application() {
        let text = "{Application} decides. Ask the maker of {application}. See {administration}: {Administration}.";
        assert_eq!(
            Words::ANY.say(text),
            "The application decides. Ask the maker of the application. See the application: The application."
        );
        assert!(matches!(Words::ANY.say("Entra sends it."), Cow::Borrowed(_)));
    }
}
