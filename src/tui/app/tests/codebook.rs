use super::Driver;
use super::driver::new_protocol;
use super::pictures::sample_session;
use crate::guide::codebook::Refused;
use crate::guide::{Additions, Codebook, CodebookChange};
use crate::language::Language;
use crate::tui::app::{CodebookAnswer, Effect, Msg};
use crate::tui::keymap::Place;
use crate::tui::screen::Screen;

/// A study whose codebook is shown over a session, with what it adds so far.
pub struct Study {
    pub driver: Driver,
    additions: Additions,
}

impl Study {
    fn new() -> Self {
        Self::at(120, 40, Language::En)
    }

    /// The same on a terminal of this size in this language.
    pub fn at(width: u16, height: u16, language: Language) -> Self {
        let mut driver = Driver::start(width, height, language);
        driver.read(sample_session("M-1"));
        driver.press("c");
        Self {
            driver,
            additions: Additions::default(),
        }
    }

    /// The same with a change that can be taken back.
    pub fn changed() -> Self {
        let mut study = Self::new();
        study.press("x");
        study
    }

    /// Presses keys, and carries out the change that they ask for.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        let before = self.driver.effects.len();
        self.driver.press(keys);
        let orders: Vec<CodebookChange> = self
            .driver
            .effects
            .iter()
            .skip(before)
            .filter_map(|effect| match effect {
                Effect::ChangeCodebook(order) => Some(order.changes.clone()),
                _ => None,
            })
            .flatten()
            .collect();
        let guide = super::driver::guide();
        for change in orders {
            let book = Codebook::new(&guide, &self.additions);
            let before = self.additions.clone();
            let code = self.additions.apply(change, &book).unwrap();
            self.driver.send(Msg::Codebook(Box::new(CodebookAnswer {
                additions: Ok(self.additions.clone()),
                before: Some(before),
                code: Some(code),
                note: None,
            })));
        }
        self
    }

    /// Goes to a code.
    pub fn go_to(&mut self, code: &str) -> &mut Self {
        if let Screen::Codebook(screen) = &mut self.driver.app.screen {
            screen.go_to(code);
        }
        self
    }

    fn book(&self) -> Codebook {
        Codebook::new(&super::driver::guide(), &self.additions)
    }
}

#[test]
fn a_field_code_is_added_under_the_chosen_code() {
    let mut study = Study::new();
    study.go_to("fac.sim").press("nquick lunches<Enter>");
    let book = study.book();
    let code = book.code("x.a").unwrap();
    assert_eq!(code.label(Language::De), "quick lunches");
    assert!(book.above("x.a").any(|code| code.id == "fac.sim"));
    assert!(study.driver.screen().contains("▸ +"));
}

#[test]
fn a_code_is_called_otherwise_in_the_language_of_the_screen() {
    let mut study = Study::new();
    study
        .go_to("fac.trust")
        .press("r<C-w><C-w><C-w><C-w>Trust first<Enter>");
    let book = study.book();
    let code = book.code("fac.trust").unwrap();
    assert_eq!(code.label(Language::En), "Trust first");
    assert_eq!(code.label(Language::Fr), "Confiance, contact personnel");
}

#[test]
fn a_code_is_merged_into_another_and_parted_again_by_one_key() {
    let mut study = Study::new();
    study.go_to("fac.sim.near").press("m");
    study.go_to("fac.sim").press("<Enter>");
    assert_eq!(study.book().resolve("fac.sim.near"), "fac.sim");
    study.go_to("fac.sim.near").press("x");
    assert_eq!(study.book().resolve("fac.sim.near"), "fac.sim.near");
}

#[test]
fn a_code_is_retired_and_brought_back_by_the_same_key() {
    let mut study = Study::new();
    study.go_to("fac.trust").press("x");
    assert!(!study.book().code("fac.trust").unwrap().is_offered());
    assert!(study.driver.screen().contains("retired"));
    study.press("x");
    assert!(study.book().code("fac.trust").unwrap().is_offered());
}

#[test]
fn no_name_gets_into_a_label_even_if_nobody_announced_it() {
    let mut study = Study::new();
    study.press("nthe effect of anna@example.org<Enter>");
    assert!(study.additions.is_empty());
    let screen = study.driver.screen();
    assert!(screen.contains("A name stands in the label"), "{screen}");
}

#[test]
fn a_label_that_may_hold_a_name_is_refused_with_a_way_out_that_exists() {
    let mut study = Study::new();
    study.press("nthe ZORVEX way<Enter>");
    let screen = study.driver.screen();
    assert!(screen.contains("allowed_words"), "{screen}");
    assert!(study.additions.is_empty());
    study.driver.app.allowed = vec!["ZORVEX".to_owned()];
    study.driver.read(sample_session("M-1"));
    study.driver.press("c");
    study.press("nthe ZORVEX way<Enter>");
    let labels = &study.additions.codes.first().unwrap().labels;
    assert!(
        labels
            .values()
            .all(|label| label.as_str() == "the ZORVEX way")
    );
}

#[test]
fn back_leads_from_a_label_to_the_codebook_and_from_there_to_the_session() {
    let mut study = Study::new();
    study.press("nnever<F3><F3>");
    assert_eq!(study.driver.app.place(), Place::Codebook);
    assert!(study.additions.is_empty());
    study.press("<F3>");
    assert_eq!(study.driver.app.place(), Place::Review);
}

#[test]
fn the_codebook_shows_on_how_many_notes_a_code_stands() {
    let session = sample_session("M-1");
    let code = session.notes.iter().find_map(|note| note.codes.first());
    let code = code.unwrap().clone();
    let uses = session.notes.iter();
    let uses = uses.filter(|note| note.codes.contains(&code)).count();
    let mut study = Study::new();
    study.go_to(&code);
    let screen = study.driver.screen();
    let row = screen.lines().find(|line| line.contains('▸')).unwrap();
    assert!(row.contains(&format!("{uses} ×")), "{row}");
}

#[test]
fn a_prepared_session_has_the_codebook_of_its_guide() {
    let mut driver = Driver::start(120, 40, Language::En);
    let protocol = new_protocol(Language::En, "", driver.now);
    driver.read(protocol.state().clone());
    driver.press("c");
    assert!(driver.screen().contains("cluster-cooperation"));
}

#[test]
fn letters_search_the_code_that_another_goes_into_and_run_no_command() {
    let mut study = Study::new();
    study.go_to("fac.sim.near").press("mtrust");
    assert_eq!(study.driver.app.place(), Place::Finding);
    study.press("<Enter>");
    assert_eq!(study.book().resolve("fac.sim.near"), "fac.trust");
    assert!(study.additions.labels.is_empty());
    let screen = study.driver.screen();
    assert!(
        screen.contains("Change saved for the whole study"),
        "{screen}"
    );
}

#[test]
fn a_code_is_found_by_the_beginnings_of_its_words() {
    let mut study = Study::new();
    study.press("<A-Q>trust<Enter>r");
    let Screen::Codebook(screen) = &study.driver.app.screen else {
        panic!("the codebook is left");
    };
    assert_eq!(screen.chosen().unwrap().id, "fac.trust");
    assert_eq!(study.driver.app.place(), Place::CodeLabel);
}

#[test]
fn an_emptied_label_gives_a_code_that_of_the_guide_back() {
    let mut study = Study::new();
    let label = |study: &Study| {
        let book = study.book();
        book.code("fac.trust")
            .unwrap()
            .label(Language::En)
            .to_owned()
    };
    let of_the_guide = label(&study);
    study.go_to("fac.trust").press("r here<Enter>");
    assert_eq!(label(&study), format!("{of_the_guide} here"));
    let erased = "<Backspace>".repeat(60);
    study.go_to("fac.trust").press(&format!("r{erased}<Enter>"));
    assert_eq!(label(&study), of_the_guide);
    assert!(study.additions.labels.is_empty());
}

#[test]
fn changes_of_the_codebook_are_taken_back_one_by_one_by_the_key_for_undo() {
    let mut study = Study::new();
    let begun = study.additions.clone();
    study.go_to("fac.trust").press("r here<Enter>");
    let renamed = study.additions.clone();
    study.go_to("fac.sim.near").press("m");
    study.go_to("fac.sim").press("<Enter>");
    let merged = study.additions.clone();
    study.go_to("bar.lang").press("x");
    for before in [merged, renamed, begun] {
        study.press("<C-u>");
        assert_eq!(study.additions, before);
        let screen = study.driver.screen();
        assert!(screen.contains("Change taken back"), "{screen}");
    }
    let effects = study.driver.effects.len();
    study.press("<C-u>");
    assert_eq!(study.driver.effects.len(), effects);
}

/// A note may carry it already, in this session or in another.
#[test]
fn a_field_code_whose_making_is_taken_back_stays_as_a_retired_one() {
    let mut study = Study::new();
    study.go_to("fac.trust").press("r here<Enter>");
    study.go_to("fac.sim").press("nquick lunches<Enter>");
    study.press("<A-z>");
    let book = study.book();
    assert_eq!(
        book.code("x.a").unwrap().label(Language::En),
        "quick lunches"
    );
    assert!(!book.code("x.a").unwrap().is_offered());
    // What was done before can be taken back as well.
    study.press("<C-u>");
    assert!(study.additions.labels.is_empty());
    assert!(study.book().code("x.a").is_some());
}

#[test]
fn nothing_is_taken_back_once_somebody_else_changed_the_codebook() {
    let mut study = Study::new();
    study.go_to("fac.trust").press("x");
    let book = study.book();
    let elsewhere = CodebookChange::Retire {
        code: "fac.sim".to_owned(),
    };
    study.additions.apply(elsewhere, &book).unwrap();
    let before = study.driver.effects.len();
    study.driver.press("<C-u>");
    let order = study.driver.effects.get(before).unwrap();
    let Effect::ChangeCodebook(order) = order else {
        panic!("{order:?}");
    };
    let change = order.changes.first().unwrap().clone();
    let book = study.book();
    let refused = study.additions.apply(change, &book);
    assert_eq!(refused, Err(Refused::ChangedSince));
    assert_eq!(study.additions.retired, ["fac.trust", "fac.sim"]);
}
