//! Tree to program.

use super::class::Set;
use super::group::Groups;
use super::program::{Program, Quick, Step};
use super::reader::Refused;
use super::tree::{Anchor, Node, Tree};

/// Compiles a tree. A counted repetition stays a counter, so that a program is never much longer than its pattern.
pub(in super::super) fn compile(tree: &Tree) -> Result<Program, Refused> {
    let groups = Groups::new(&tree.groups);
    let mut compiler = Compiler { steps: Vec::new(), sets: Vec::new(), loops: 0, groups };
    compiler.node(&tree.node, false)?;
    compiler.steps.push(Step::Accept);
    let first = first(&tree.node).map(|set| compiler.set(set));
    let Compiler { steps, sets, loops, groups } = compiler;
    Ok(Program { steps, sets, loops, places: tree.groups.len() + 1, first, anchored: anchored(&tree.node), groups })
}

struct Compiler {
    steps: Vec<Step>,
    sets: Vec<Quick>,
    loops: usize,
    groups: Groups,
}

impl Compiler {
    fn set(&mut self, set: &Set) -> usize {
        let quick = Quick::new(set);
        self.sets.iter().position(|known| *known == quick).unwrap_or_else(|| {
            self.sets.push(quick);
            self.sets.len() - 1
        })
    }

    /// A step whose aim is not known yet.
    fn later(&mut self) -> usize {
        self.steps.push(Step::Accept);
        self.steps.len() - 1
    }

    fn put(&mut self, place: usize, step: Step) {
        if let Some(slot) = self.steps.get_mut(place) {
            *slot = step;
        }
    }

    fn node(&mut self, node: &Node, back: bool) -> Result<(), Refused> {
        match node {
            Node::Empty => {}
            Node::One(set) => {
                let set = self.set(set);
                self.steps.push(Step::One { set, back });
            }
            Node::Sequence(pieces) if back => {
                for piece in pieces.iter().rev() {
                    self.node(piece, back)?;
                }
            }
            Node::Sequence(pieces) => {
                for piece in pieces {
                    self.node(piece, back)?;
                }
            }
            Node::Choice(branches) => self.choice(branches, back)?,
            Node::Repeat { node, least, most, lazy } => self.repeat(node, (*least, *most), *lazy, back)?,
            Node::Group { group, node } => {
                self.steps.push(Step::Open(*group));
                self.node(node, back)?;
                self.steps.push(Step::Close(*group));
            }
            Node::Atomic(node) => {
                let start = self.later();
                self.node(node, back)?;
                self.steps.push(Step::Accept);
                self.put(start, Step::Atomic { end: self.steps.len() });
            }
            Node::Look { behind, negative, node } => {
                let start = self.later();
                self.node(node, *behind)?;
                self.steps.push(Step::Accept);
                self.put(start, Step::Look { negative: *negative, end: self.steps.len() });
            }
            Node::Back { group, fold } => {
                let place = self.groups.place(group).filter(|place| *place > 0);
                let place = place.ok_or(Refused::Faulty("it refers to a group that does not exist"))?;
                self.steps.push(Step::Back { place, fold: *fold, back });
            }
            Node::Anchor(anchor) => self.steps.push(Step::Anchor(*anchor)),
        }
        Ok(())
    }

    fn choice(&mut self, branches: &[Node], back: bool) -> Result<(), Refused> {
        let mut ends = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index + 1 == branches.len() {
                self.node(branch, back)?;
                break;
            }
            let split = self.later();
            self.node(branch, back)?;
            ends.push(self.later());
            self.put(split, Step::Split { first: split + 1, second: self.steps.len() });
        }
        let end = self.steps.len();
        for jump in ends {
            self.put(jump, Step::Jump(end));
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, (least, most): (u32, u32), lazy: bool, back: bool) -> Result<(), Refused> {
        match (node, least, most) {
            (Node::One(set), ..) => {
                let set = self.set(set);
                self.steps.push(Step::Run { set, least, most, lazy, back });
            }
            (_, 1, 1) => self.node(node, back)?,
            (_, 0, 1) => {
                let split = self.later();
                self.node(node, back)?;
                let (body, end) = (split + 1, self.steps.len());
                let (first, second) = if lazy { (end, body) } else { (body, end) };
                self.put(split, Step::Split { first, second });
            }
            _ => {
                let counter = self.loops;
                self.loops += 1;
                self.steps.push(Step::Enter(counter));
                let check = self.later();
                self.steps.push(Step::Round(counter));
                self.node(node, back)?;
                self.steps.push(Step::Jump(check));
                self.put(check, Step::Check { counter, least, most, lazy, exit: self.steps.len() });
            }
        }
        Ok(())
    }
}

/// The set that the first character of a match is in.
fn first(node: &Node) -> Option<&Set> {
    match node {
        Node::One(set) => Some(set),
        Node::Repeat { node, least, .. } if *least > 0 => first(node),
        Node::Group { node, .. } | Node::Atomic(node) => first(node),
        Node::Sequence(pieces) => first(pieces.iter().find(|piece| !matches!(piece, Node::Anchor(_)))?),
        _ => None,
    }
}

/// Whether a match can begin at the text's beginning alone.
fn anchored(node: &Node) -> bool {
    match node {
        Node::Anchor(anchor) => *anchor == Anchor::Start,
        Node::Group { node, .. } | Node::Atomic(node) => anchored(node),
        Node::Sequence(pieces) => pieces.first().is_some_and(anchored),
        Node::Choice(branches) => branches.iter().all(anchored),
        _ => false,
    }
}
