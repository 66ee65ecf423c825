//! What to say when nobody says anything: by phone a silence is longer than across a table.

use time::Duration;

use super::Interview;
use crate::guide::Mode;
use crate::session::Origin;

/// After how long without a key a prompt is offered.
const SILENCE: Duration = Duration::seconds(4);

impl Interview {
    /// A prompt that keeps the talk going, if nobody typed for so long; another one each time.
    pub fn cue(&self, since_last_key: Duration) -> Option<&str> {
        let state = self.protocol.state();
        let is_talking = self.mode() == Mode::Phone
            && self.origin == Origin::Live
            && state.clock.began.is_some()
            && !state.clock.is_paused()
            && state
                .off_record
                .iter()
                .all(|stretch| stretch.to_ms.is_some());
        if !is_talking || since_last_key < SILENCE {
            return None;
        }
        let guide = self.protocol.guide();
        let language = guide.language_for(self.question_language);
        let turn = state.notes.len() + state.visits.len();
        let prompt = guide
            .keep_going
            .get(turn.checked_rem(guide.keep_going.len())?)?;
        Some(prompt.text.in_language(language))
    }
}
