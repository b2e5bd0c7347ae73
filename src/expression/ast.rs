//! The tree of an expression. Every node knows its place in the text.

use crate::text::Span;

/// All bare words: two say how texts are compared, and two leave something out of an inbound mapping.
pub const WORDS: [&str; 4] = ["vbBinaryCompare", "vbTextCompare", "IgnoreAttributeFlow", "IgnoreObjectFlow"];

/// One node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// `Function(argument, …)`.
    Call(Call),
    /// `[name]`.
    Attribute {
        /// The name between the brackets.
        name: String,
        /// With the brackets.
        span: Span,
    },
    /// `"text"`.
    Text {
        /// The text, its escapes resolved.
        value: String,
        /// With the quotes.
        span: Span,
    },
    /// A number, as written.
    Number {
        /// Its digits, with sign and point.
        text: String,
        /// Its place.
        span: Span,
    },
    /// `&H1F`.
    Hex {
        /// The value.
        value: i64,
        /// Its place.
        span: Span,
    },
    /// A bare word, for example `vbTextCompare`.
    Identifier {
        /// The word.
        name: String,
        /// Its place.
        span: Span,
    },
    /// `left = right`.
    Comparison {
        /// Left operand.
        left: Box<Expression>,
        /// The operator.
        comparator: Comparator,
        /// Right operand.
        right: Box<Expression>,
    },
    /// An argument that is not given: nothing between two commas.
    Empty {
        /// Its place between the commas.
        span: Span,
    },
}

/// A function call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The function's name as typed.
    pub name: String,
    /// The place of the name.
    pub name_span: Span,
    /// The arguments; one not given is [`Expression::Empty`].
    pub arguments: Vec<Expression>,
    /// From the name to the closing parenthesis.
    pub span: Span,
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparator {
    /// As it is written.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// The one that holds where this one does not.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Equal => "is",
            Self::NotEqual => "is not",
            Self::Less => "is less than",
            Self::LessOrEqual => "is at most",
            Self::Greater => "is greater than",
            Self::GreaterOrEqual => "is at least",
        }
    }
}

impl Expression {
    /// The node's place in the text.
    pub fn span(&self) -> Span {
        match self {
            Self::Call(call) => call.span,
            Self::Attribute { span, .. }
            | Self::Text { span, .. }
            | Self::Number { span, .. }
            | Self::Hex { span, .. }
            | Self::Identifier { span, .. }
            | Self::Empty { span } => *span,
            Self::Comparison { left, right, .. } => left.span().cover(right.span()),
        }
    }

    /// The same tree with other places.
    pub(super) fn moved(self, place: &dyn Fn(usize) -> usize) -> Self {
        let moved = |span: Span| Span::new(place(span.start), place(span.end));
        match self {
            Self::Call(call) => Self::Call(Call {
                name: call.name,
                name_span: moved(call.name_span),
                arguments: call.arguments.into_iter().map(|argument| argument.moved(place)).collect(),
                span: moved(call.span),
            }),
            Self::Comparison { left, comparator, right } => {
                Self::Comparison { left: Box::new(left.moved(place)), comparator, right: Box::new(right.moved(place)) }
            }
            Self::Attribute { name, span } => Self::Attribute { name, span: moved(span) },
            Self::Text { value, span } => Self::Text { value, span: moved(span) },
            Self::Number { text, span } => Self::Number { text, span: moved(span) },
            Self::Hex { value, span } => Self::Hex { value, span: moved(span) },
            Self::Identifier { name, span } => Self::Identifier { name, span: moved(span) },
            Self::Empty { span } => Self::Empty { span: moved(span) },
        }
    }

    /// Calls `visitor` for this node and all below it, in the order of the text.
    pub fn visit<'a>(&'a self, visitor: &mut dyn FnMut(&'a Self)) {
        visitor(self);
        match self {
            Self::Call(call) => call.arguments.iter().for_each(|argument| argument.visit(visitor)),
            Self::Comparison { left, right, .. } => {
                left.visit(visitor);
                right.visit(visitor);
            }
            _ => {}
        }
    }
}
