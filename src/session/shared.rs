//! What several states of a session have in common.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Something that copies of a session hold together until one of them changes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared<T>(Arc<T>);

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    /// Whoever changes it gets it alone.
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<E> FromIterator<E> for Shared<Vec<E>> {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        Vec::from_iter(entries).into()
    }
}

impl<E: Clone> IntoIterator for Shared<Vec<E>> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).into_iter()
    }
}

impl<'shared, E> IntoIterator for &'shared Shared<Vec<E>> {
    type Item = &'shared E;
    type IntoIter = std::slice::Iter<'shared, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'shared, E: Clone> IntoIterator for &'shared mut Shared<Vec<E>> {
    type Item = &'shared mut E;
    type IntoIter = std::slice::IterMut<'shared, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_hold_it_together_until_one_changes_it() {
        let one = Shared::from(vec![1, 2]);
        let mut other = one.clone();
        assert!(std::ptr::eq(&raw const *one, &raw const *other));
        other.push(3);
        assert_eq!((&*one, &*other), (&vec![1, 2], &vec![1, 2, 3]));
    }
}
