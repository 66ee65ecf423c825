//! A list that only grows, of which copies of a session hold what they have in common together.

use std::sync::Arc;

/// A list whose beginning copies hold together: what it was made of, as a session is read. What is pushed is copied with each copy.
#[derive(Debug, Clone)]
pub struct Grown<E> {
    shared: Arc<Vec<E>>,
    own: Vec<E>,
}

impl<E> Grown<E> {
    /// Adds an entry at the end.
    pub fn push(&mut self, entry: E) {
        self.own.push(entry);
    }

    /// The entries in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &E> {
        self.shared.iter().chain(&self.own)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.shared.len() + self.own.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<E: Clone> Grown<E> {
    /// The entries, to be changed: the copy that is changed gets them alone.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut E> {
        Arc::make_mut(&mut self.shared)
            .iter_mut()
            .chain(&mut self.own)
    }
}

impl<E> Default for Grown<E> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<E> From<Vec<E>> for Grown<E> {
    fn from(entries: Vec<E>) -> Self {
        Self {
            shared: Arc::new(entries),
            own: Vec::new(),
        }
    }
}

impl<E> FromIterator<E> for Grown<E> {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        Vec::from_iter(entries).into()
    }
}

impl<E: PartialEq> PartialEq for Grown<E> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<E: Eq> Eq for Grown<E> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_have_their_beginning_together_and_each_its_own_end() {
        let one = Grown::from(vec![1, 2]);
        let (mut other, mut third) = (one.clone(), one.clone());
        other.push(3);
        third.push(4);
        let last = |grown: &Grown<i32>| grown.iter().nth(1).map(std::ptr::from_ref);
        assert_eq!(last(&one), last(&other));
        let all = |grown: &Grown<i32>| grown.iter().copied().collect::<Vec<_>>();
        let ends = [&one, &other, &third].map(all);
        assert_eq!(ends, [vec![1, 2], vec![1, 2, 3], vec![1, 2, 4]]);
        assert_eq!((one.len(), other.len()), (2, 3));
        other.iter_mut().for_each(|entry| *entry *= 10);
        assert_eq!((all(&one), all(&other)), (vec![1, 2], vec![10, 20, 30]));
        // Where the common part ends is of no consequence.
        assert_eq!(third, Grown::from(vec![1, 2, 4]));
        assert_ne!(third, other);
    }
}
