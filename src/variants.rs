//! Lists of all variants of an enum.

/// Declares `ALL`, the variants of an enum without data, in the given order. A variant that is missing or listed twice does
/// not compile.
macro_rules! all_variants {
    ($(#[$about:meta])* $visibility:vis $($variant:ident),+ $(,)?) => {
        $(#[$about])*
        $visibility const ALL: [Self; [$(stringify!($variant)),+].len()] = {
            // It is never called: the compiler checks that the match is complete.
            let _is_complete = |one: Self| match one {
                $(Self::$variant => (),)+
            };
            [$(Self::$variant),+]
        };
    };
}
