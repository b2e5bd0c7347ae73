//! The files in this browser's own store, if you ask for it.

use leptos::{prelude::*, task::spawn_local};

use super::Rehearsing;
use crate::{
    app::{
        rehearsal::files::Handle,
        services::storage::directory_files::{self, KeptFile},
        state::Notice,
    },
    directory::people_file::Side,
    text::{capitalised, sentence},
};

impl Rehearsing {
    /// Opens the files that are stored.
    pub(super) fn open_stored(self) {
        spawn_local(async move {
            // Without a store there is nothing to open, and nobody asked for it.
            let kept = directory_files::kept().await.unwrap_or_default();
            if kept.is_empty() || untrack(|| self.files.has_people()) {
                return;
            }
            self.is_stored.set(true);
            let file = |KeptFile { side, name, file, columns }: KeptFile| {
                (side, Handle { name, file, columns: serde_json::from_str(&columns).ok() })
            };
            self.again.set_value(kept.into_iter().map(file).collect());
            self.read_next();
        });
    }

    /// Stores a copy of the files, now and whenever they change.
    pub(in crate::app::rehearsal) fn store(self) {
        self.is_stored.set(true);
        self.store_if_wanted();
    }

    /// Stores the files as they are now, if a copy is wanted.
    pub(super) fn store_if_wanted(self) {
        if !self.is_stored.get_untracked() {
            return;
        }
        let kept = [Side::People, Side::Target].into_iter().filter_map(|side| {
            let Handle { name, file, columns } = self.files.handle(side)?;
            let columns = serde_json::to_string(&columns).unwrap_or_default();
            Some(KeptFile { side, name, file, columns })
        });
        let kept: Vec<_> = kept.collect();
        spawn_local(async move {
            if let Err(reason) = directory_files::keep(kept).await {
                self.is_stored.set(false);
                let notice = Notice::error("The files could not be stored.", capitalised(&sentence(&reason)));
                self.workspace.notice.set(Some(notice));
            }
        });
    }

    /// Deletes the stored copy. The open files stay open.
    pub(in crate::app::rehearsal) fn delete_stored(self) {
        self.is_stored.set(false);
        spawn_local(async move {
            match directory_files::forget().await {
                Ok(()) => self.workspace.announce("The stored copy is deleted."),
                Err(reason) => {
                    self.is_stored.set(true);
                    let notice =
                        Notice::error("The stored copy could not be deleted.", capitalised(&sentence(&reason)));
                    self.workspace.notice.set(Some(notice));
                }
            }
        });
    }
}
