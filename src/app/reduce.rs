//! The reducer: applies an action to the state and returns the effects to run outside it.

use super::chunk::fetch;
use super::estimator::UndoHistory;
use super::reply::Stage;
use super::{
    Action, App, BriefAction, Chunk, Delivery, DeskAction, Effect, Notice, Opening, PageEvent, Refusal, RefusedRow,
    ReplyAction, Row, Screen, Target,
};

impl App {
    /// The effects to run when the widget starts.
    pub fn start(&mut self) -> Vec<Effect> {
        let mut effects = self.tell_left_out();
        effects.extend(self.fetch_sentences());
        effects.extend(self.find_draft());
        if let (true, Some(door)) = (self.is_desk(), self.chunks.desk) {
            effects.extend((door.list_changes)(self, false));
        }
        if self.wants_desk {
            effects.extend(self.reduce(Action::ModeGiven(true)));
        }
        effects
    }

    /// Applies an action of the user or the page and returns the effects to run, in order.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::Paused {
            return self.draft_to_store().into_iter().collect();
        }
        if !action.is_report() {
            self.notice = None;
        }
        let (screen, draft, was_desk) = (self.screen, self.draft.name.clone(), self.is_desk());
        let keeps_focus = matches!(action, Action::LinkOpened(_) | Action::ProposalShown(..));
        let mut effects = self.act(action);
        if self.draft.name != draft {
            effects.extend(self.find_draft());
        }
        if let (true, Some(door)) = (self.is_desk(), self.chunks.desk) {
            effects.extend((door.list_changes)(self, was_desk));
        }
        // When the page shows another link or proposal, the focus stays where the reader has it, except at the desk.
        let sought = effects.iter().any(|effect| matches!(effect, Effect::Focus(_)));
        if self.screen != screen && !sought && (self.is_desk() || !keeps_focus) {
            effects.push(Effect::Focus(vec![Target::Title]));
        }
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(action, Action::Typed(..) | Action::Left(_)) {
            self.complete();
        }
        match action {
            Action::Typed(field, text) => {
                self.typed(field, text);
                return self.fetch_sentences();
            }
            Action::Left(field) => self.left(&field),
            Action::Restored(row) => return self.restored(row),
            Action::LineIncluded(line, included) => self.line_included(&line, included),
            Action::AdviceIncluded(line, included) => self.advice_included(&line, included),
            Action::Chosen(choice, alternative) => self.chosen(&choice, alternative),
            Action::WithAdvice(with) => self.edit(None, &|proposal| proposal.with_advice = with),
            Action::RecoversVat(recovers) => self.edit(None, &|proposal| proposal.recovers_vat = recovers),
            Action::GoalChosen(goal) => self.choose_goal(Some(goal)),
            Action::LanguageChosen(language) => self.set_language(language),
            Action::Undone => self.restore(UndoHistory::undo),
            Action::Redone => self.restore(UndoHistory::redo),
            Action::Shown(screen) => return self.show_screen(screen),
            Action::RowSought(row) => return vec![Effect::Focus(vec![Target::Row(row)])],
            Action::Printed => return vec![Effect::Print],
            Action::DraftWanted(kept) => return self.want_drafts(kept),
            Action::DraftFound(draft) => self.restore_draft(&draft),
            Action::DraftRefused => self.refuse_draft(),
            Action::Paused => return self.draft_to_store().into_iter().collect(),
            // The page's own action waits for the chunk, not the reader's: the focus depends on which of them it is.
            Action::LinkOpened(_) if self.chunks.reply.is_none() => return fetch(Chunk::Reply, action),
            Action::LinkOpened(text) => return self.by_reply(ReplyAction::Open(text)),
            Action::Resumed => self.resume(),
            Action::ProposalShown(proposal, unknown) => {
                // `embed` has checked it; an invalid one would change nothing.
                let _ = self.show(*proposal);
                self.set_start_issues(unknown);
            }
            Action::AgencyGiven(file) => {
                self.give_agency(file);
                let mut effects = self.tell_left_out();
                effects.extend(self.fetch_sentences());
                return effects;
            }
            Action::AddressGiven(address) => self.address = address,
            Action::ModeGiven(true) if self.chunks.desk.is_none() => {
                return fetch(Chunk::Desk, Action::ModeGiven(true));
            }
            Action::ModeGiven(composing) => self.compose(composing),
            Action::Delivered(delivery, stage) => return self.delivered(delivery, stage),
            Action::ChunkLost(_) => self.notice = Some(Notice::ChunkLost),
            Action::Brief(action) => return self.by_brief(action),
            Action::Reply(action) => return self.by_reply(action),
            Action::Desk(action) => return self.by_desk(action),
        }
        Vec::new()
    }

    fn by_brief(&mut self, action: BriefAction) -> Vec<Effect> {
        match self.chunks.brief {
            Some(door) => (door.reduce)(self, action),
            None => fetch(Chunk::Brief, action),
        }
    }

    fn by_reply(&mut self, action: ReplyAction) -> Vec<Effect> {
        match self.chunks.reply {
            Some(door) => (door.reduce)(self, action),
            None => fetch(Chunk::Reply, action),
        }
    }

    fn by_desk(&mut self, action: DeskAction) -> Vec<Effect> {
        match self.chunks.desk {
            Some(door) => (door.reduce)(self, action),
            None => fetch(Chunk::Desk, action),
        }
    }

    fn delivered(&mut self, delivery: Delivery, stage: Stage) -> Vec<Effect> {
        match delivery {
            Delivery::Link | Delivery::Form => self.by_brief(BriefAction::Delivered(delivery, stage)),
            Delivery::Reply(via) => self.by_reply(ReplyAction::Delivered(via, stage)),
            Delivery::Brief(via) => self.by_desk(DeskAction::Delivered(via, stage)),
        }
    }

    fn show_screen(&mut self, screen: Screen) -> Vec<Effect> {
        match screen {
            Screen::Reply => return self.by_reply(ReplyAction::Begin),
            Screen::Brief if self.chunks.brief.is_none() => return fetch(Chunk::Brief, Action::Shown(screen)),
            _ => {}
        }
        if matches!(self.opening, Opening::Broken(_)) {
            self.opening = Opening::None;
        }
        if screen == Screen::Estimator {
            self.back_to_desk();
        }
        self.screen = screen;
        self.compute_offered();
        Vec::new()
    }

    /// Reports the unknown keys of the agency's file, once the chunk that finds them is loaded: to the page, and at the
    /// desk in the list of the file's faults. Prospects do not see them.
    pub(super) fn tell_left_out(&mut self) -> Vec<Effect> {
        let (Some(door), Some(file)) = (self.chunks.brief, &self.agency_file) else { return Vec::new() };
        let left_out = (door.left_out)(file, self.words.language());
        if left_out.is_empty() {
            return Vec::new();
        }
        if self.is_desk() {
            self.faults_of_file.extend(left_out.iter().cloned());
        }
        vec![Effect::Notify(PageEvent::UnknownKeys(left_out))]
    }

    /// Fetches the sentences of faults, which the brief's chunk has, where some fault is shown.
    fn fetch_sentences(&self) -> Vec<Effect> {
        let is_fault = |refused: &RefusedRow| matches!(refused.refusal, Refusal::Fault(_));
        let shows = !self.faults_of_file.is_empty() || self.refused.iter().any(is_fault);
        // Nothing is to be done then: what has arrived is drawn.
        if shows && self.chunks.brief.is_none() { fetch(Chunk::Brief, Action::Paused) } else { Vec::new() }
    }
}

/// Focus targets after a row is removed: the row that takes its place, else the one before it.
pub(super) fn neighbours(rows: &[Row], gone: &Row) -> Vec<Target> {
    let Some(place) = rows.iter().position(|row| row == gone) else { return Vec::new() };
    let before = place.checked_sub(1).and_then(|place| rows.get(place));
    rows.get(place + 1).into_iter().chain(before).cloned().map(Target::Row).collect()
}
