//! Parts that choose between others, row by row. A branch is evaluated for the rows that need it.

use super::Rows;
use super::part::Part;
use super::texts::Texts;

/// For each row, the branch with the number in `which`.
pub(super) fn chosen<'a>(which: Vec<u16>, branches: &'a [Part], rows: Rows<'_, 'a>) -> Option<Texts<'a>> {
    let constant = |part: &'a Part| if let Part::Constant(text) = part { Some(text.as_deref()) } else { None };
    if let Some(values) = branches.iter().map(constant).collect::<Option<Vec<_>>>() {
        return Some(Texts::coded(which, values));
    }
    let needed = branches.iter().enumerate().map(|(at, branch)| {
        let places: Vec<u32> =
            (0_u32..).zip(&which).filter(|(_, one)| usize::from(**one) == at).map(|(row, _)| row).collect();
        branch.texts(rows.pick(&places, &mut Vec::new()))
    });
    let needed: Vec<Texts<'_>> = needed.collect::<Option<_>>()?;
    Some(merged(&which, &needed))
}

/// For each row, the first part that has a value.
pub(super) fn first_present<'a>(parts: &'a [Part], rows: Rows<'_, 'a>) -> Option<Texts<'a>> {
    let Some((first, others)) = parts.split_first() else { return Some(Texts::same(None, rows.count)) };
    let first = first.texts(rows)?;
    let missing = first.missing();
    if missing.is_empty() || others.is_empty() {
        return Some(first);
    }
    let rest = first_present(others, rows.pick(&missing, &mut Vec::new()))?;
    Some(first.filled(&rest))
}

/// For each row, the next text of the branch with the number in `which`.
fn merged<'a>(which: &[u16], branches: &[Texts<'_>]) -> Texts<'a> {
    let length = branches.iter().map(Texts::length).sum();
    let (mut texts, mut which_in_order): (Vec<_>, _) = (branches.iter().map(Texts::iter).collect(), which.iter());
    Texts::made_or_missing(which.len(), length, |all| {
        let branch = which_in_order.next().and_then(|branch| texts.get_mut(usize::from(*branch)));
        let text = branch.and_then(Iterator::next).flatten();
        text.map(|text| all.push_str(text)).is_some()
    })
}
