//! The clock by keys: beginning, recordings, pauses, time that is stretched or shrunk.

use time::OffsetDateTime;

use super::{Choosing, Interview, Notice};
use crate::i18n::Text;
use crate::session::PauseReason;

impl Interview {
    /// Begins the interview, if the consent allows it.
    pub(in crate::tui::screen) fn begin(&mut self, now: OffsetDateTime) {
        if !self.protocol.begin(now) {
            self.notice = Some(Notice::of(Text::NoticeConsentFirst));
        }
    }

    /// Whether something may be written down: nobody took their consent back, and before the interview begins it is
    /// there. If not, that is said.
    pub(super) fn may_write(&mut self) -> bool {
        let refused = if self.protocol.is_refused() {
            Some(Text::NoticeRefused)
        } else if self.protocol.state().clock.began.is_none() && !self.protocol.may_begin() {
            Some(Text::NoticeConsentFirst)
        } else {
            None
        };
        if let Some(text) = refused {
            self.notice = Some(Notice::of(text));
        }
        refused.is_none()
    }

    /// Marks that a recording runs; while one runs it is asked what became of it.
    pub(super) fn mark_recording(&mut self, now: OffsetDateTime) {
        if self.protocol.state().clock.running().is_some() {
            self.choosing = Some(Choosing::Recording);
        } else {
            self.start_recording(now);
        }
    }

    pub(in crate::tui::screen) fn start_recording(&mut self, now: OffsetDateTime) {
        self.notice = Some(if self.protocol.start_recording(now) {
            let number = self.protocol.state().clock.recordings.len();
            Notice::about(Text::NoticeRecording, &number)
        } else {
            Notice::of(self.why_no_recording())
        });
    }

    /// Why there is nothing to record or to listen to: who takes part no longer may well have agreed to a recording.
    pub(super) fn why_no_recording(&self) -> Text {
        if self.protocol.is_refused() {
            Text::NoticeRefused
        } else {
            Text::NoticeNoRecording
        }
    }

    pub(super) fn stop_recording(&mut self, now: OffsetDateTime) {
        let number = self.protocol.state().clock.recordings.len();
        self.protocol.stop_recording(now);
        self.notice = Some(Notice::about(Text::NoticeRecordingStopped, &number));
    }

    /// Pauses at once, and asks for the reason while the pause lasts; or goes on.
    pub(super) fn toggle_pause(&mut self, now: OffsetDateTime) {
        self.protocol.toggle_pause(now);
        let clock = &self.protocol.state().clock;
        if clock.is_paused() {
            self.choosing = Some(Choosing::Pause);
        } else if !clock.recordings.is_empty() {
            let runs = clock.running().is_some();
            self.notice = Some(Notice::of(if runs {
                Text::NoticeGoesOnRecording
            } else {
                Text::NoticeGoesOnStopped
            }));
        }
    }

    pub(super) fn give_reason(&mut self, reason: PauseReason) {
        self.protocol.give_reason(reason);
        if reason == PauseReason::ThirdPerson {
            self.notice = Some(Notice::of(Text::NoticeThirdPerson));
        }
    }

    /// Stretches the time that is planned, or makes the recording faster.
    pub(super) fn more(&mut self) {
        self.protocol.stretch();
        self.say_planned();
    }

    /// Shrinks the time that is planned, or makes the recording slower.
    pub(super) fn less(&mut self) {
        self.protocol.shrink();
        self.say_planned();
    }

    fn say_planned(&mut self) {
        let planned = self.protocol.planned_minutes();
        self.notice = Some(Notice::about(Text::NoticePlanned, &planned));
    }
}
