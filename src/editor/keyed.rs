//! A list outside the plan whose items have identities.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An item of a [`Keyed`] list, as long as the list lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(u64);

impl fmt::Display for ItemId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A list whose items are addressed by identity. An identity is never given out twice, so an item that is removed does not
/// come back as another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keyed<T> {
    items: Vec<(ItemId, T)>,
    given: u64,
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self { items: Vec::new(), given: 0 }
    }
}

impl<T> Keyed<T> {
    /// Whether it has no items.
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items with their identities, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &T)> {
        self.items.iter().map(|(id, item)| (*id, item))
    }

    /// The item of an identity.
    pub fn get(&self, id: ItemId) -> Option<&T> {
        self.iter().find(|(one, _)| *one == id).map(|(_, item)| item)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, id: ItemId) -> Option<&mut T> {
        self.items.iter_mut().find(|(one, _)| *one == id).map(|(_, item)| item)
    }

    /// Appends an item.
    pub fn push(&mut self, item: T) {
        self.given += 1;
        self.items.push((ItemId(self.given), item));
    }

    /// Removes an item. Does nothing if it is gone.
    pub fn remove(&mut self, id: ItemId) {
        self.items.retain(|(one, _)| *one != id);
    }

    /// Removes all items except those that are wanted.
    pub fn retain(&mut self, wanted: impl Fn(&T) -> bool) {
        self.items.retain(|(_, item)| wanted(item));
    }

    /// Removes all items.
    pub fn clear(&mut self) {
        self.items.clear();
    }
}

impl<T> Extend<T> for Keyed<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_keeps_its_identity_while_others_come_and_go() {
        let mut list = Keyed::default();
        list.extend(["a", "b", "c"]);
        let id = |list: &Keyed<&str>, wanted: &str| list.iter().find(|(_, item)| **item == wanted).map(|(id, _)| id);
        let (a, c) = (id(&list, "a").unwrap(), id(&list, "c").unwrap());
        list.remove(a);
        list.push("d");
        *list.get_mut(c).unwrap() = "C";
        assert_eq!((list.get(c), list.get(a)), (Some(&"C"), None));
        assert_eq!(list.iter().map(|(_, item)| *item).collect::<Vec<_>>(), ["b", "C", "d"]);
        // The last item goes, and the next one is not taken for it.
        let d = id(&list, "d").unwrap();
        list.remove(d);
        list.push("e");
        assert_eq!(list.get(d), None);
        // What is kept over a reload goes on counting.
        let text = serde_json::to_string(&list).unwrap();
        let mut kept: Keyed<&str> = serde_json::from_str(&text).unwrap();
        assert_eq!(kept, list);
        kept.clear();
        kept.push("f");
        assert!(kept.is_empty() || kept.get(c).is_none());
        assert_eq!(kept.iter().count(), 1);
    }
}
