//! The ways through the elements of a page, which stand in its list with parents before their children: outward, and
//! from one to those of the same make beside it.

use crate::collections::hash::{Key, key_of_pair};
use crate::collections::map::Table;
use crate::page::block::{Block, Container, Page};
use crate::page::role::Role;

impl Page {
    /// A container and those around it, from the inside outward.
    pub(crate) fn outward(&self, container: usize) -> impl Iterator<Item = usize> {
        let outer = |at: &usize| Some(self.containers[*at].parent).filter(|outer| outer != at);
        std::iter::successors(Some(container), outer)
    }

    /// Adds to what each container holds by itself what those inside it hold.
    pub(crate) fn add_outward<T: Copy>(&self, held: &mut [T], add: impl Fn(&mut T, T)) {
        // Parents come before their children.
        for at in (1..self.containers.len()).rev() {
            let inner = held[at];
            add(&mut held[self.containers[at].parent], inner);
        }
    }

    /// A key that elements of one make in the same element have in common.
    pub(crate) fn make(&self, container: usize) -> Key {
        let Container { parent, signature, .. } = self.containers[container];
        key_of_pair(parent as Key + 1, signature)
    }

    /// For each container, how many of its make stand in the same element, itself among them.
    pub(crate) fn alike(&self) -> Vec<u32> {
        let mut counts: Table<u32> = Table::with_capacity(self.containers.len());
        (0..self.containers.len()).for_each(|at| *counts.entry(self.make(at)) += 1);
        (0..self.containers.len()).map(|at| counts.get(self.make(at))).collect()
    }
}

/// Whether the block's own element or the one around it has a role.
pub(crate) fn stands_in(page: &Page, block: &Block, role: Role) -> bool {
    let own = &page.containers[block.container];
    own.role == role || page.containers[own.parent].role == role
}
