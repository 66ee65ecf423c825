//! The table itself.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Command, EditCommand, Key, Place, WaveReason};
use crate::anonymise::SlotKind;
use crate::i18n::Text;

use Place::{
    Across, After, Case, CaseSheet, Clock, Closing, CodeLabel, Codebook, Coding, Consent, Doubts,
    Exporting, Filtering, Finding, Interview, Names, Player, Prepare, Review, Searching, Start,
    StrikeWords, Translation,
};

const EVERYWHERE: &[Place] = &Place::ALL;
const LISTS: &[Place] = &[
    Start, Prepare, Case, Names, Doubts, Consent, Clock, Player, Closing, After, Coding, Finding,
    Codebook, Filtering, Exporting,
];
const WITH_TEXT: &[Place] = &[
    Interview,
    Prepare,
    Case,
    Names,
    StrikeWords,
    Translation,
    Clock,
    Player,
    After,
    CodeLabel,
    Exporting,
    Searching,
];

/// Fields of a line or a few: who erases one types it anew. Where notes and other longer texts are written the same key
/// takes the last step back.
const WITH_LINES: &[Place] = &[
    Prepare,
    Case,
    Names,
    StrikeWords,
    Clock,
    Player,
    CodeLabel,
    Finding,
    Filtering,
    Exporting,
    Searching,
];
/// Wherever a word is typed, lists that are filtered by it included.
const WITH_WORDS: &[Place] = &[
    Interview,
    Prepare,
    Case,
    Names,
    StrikeWords,
    Translation,
    Clock,
    Player,
    After,
    Coding,
    CodeLabel,
    Finding,
    Filtering,
    Exporting,
    Searching,
];

/// Every key of the program.
#[rustfmt::skip]
pub static TABLE: &[Binding] = &[
    binding(EVERYWHERE, Command::Help, &[function(1), letter('h')], Text::KeyHelp, Some(0)),
    binding(EVERYWHERE, Command::Leave, &[ctrl('q'), letter('q')], Text::KeyLeave, Some(90)),
    binding(EVERYWHERE, Command::Suspend, &[ctrl('z')], Text::KeySuspend, None),
    binding(EVERYWHERE, Command::Veil, &[function(7), letter('v')], Text::KeyVeil, Some(60)),
    binding(EVERYWHERE, Command::ScreenLanguage, &[letter('u')], Text::KeyScreenLanguage, Some(80)),

    binding(LISTS, Command::Up, &[plain(KeyCode::Up), plain(KeyCode::BackTab)], Text::KeyUp, None),
    binding(LISTS, Command::Down, &[plain(KeyCode::Down), plain(KeyCode::Tab)], Text::KeyDown, None),
    binding(&[Start], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyOpen, Some(10)),
    binding(&[Start], Command::NewInterview, &[letter('n'), ctrl('n'), plain(KeyCode::Char('n'))], Text::KeyNewInterview, Some(20)),
    binding(&[Start], Command::Read, &[letter('r'), plain(KeyCode::Char('r'))], Text::KeyRead, Some(30)),

    binding(&[Start], Command::Case, &[letter('c'), plain(KeyCode::Char('c'))], Text::KeyCase, Some(40)),

    binding(&[Start], Command::After, &[letter('a'), plain(KeyCode::Char('a'))], Text::KeyAfter, Some(35)),

    binding(&[After], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyTakeStep, Some(10)),
    binding(&[After], Command::ToNotes, &[function(2), letter('n')], Text::KeyToNotes, Some(20)),
    binding(&[After], Command::Back, &[function(3), letter('b')], Text::KeyBackToList, Some(30)),

    binding(&[Case], Command::Save, &[function(10), letter('s')], Text::KeySave, Some(10)),
    binding(&[Case], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyNextField, Some(20)),
    binding(&[Case], Command::Back, &[function(3), letter('b')], Text::KeyBackToList, Some(30)),

    binding(&[Prepare], Command::StartInterview, &[function(10), letter('i')], Text::KeyToInterview, Some(10)),
    binding(&[Prepare], Command::PrepareOnly, &[function(9), letter('p')], Text::KeyPrepareOnly, Some(20)),
    binding(&[Prepare], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyNextField, Some(30)),
    binding(&[Prepare], Command::Back, &[function(3), letter('b')], Text::KeyBackToList, Some(40)),
    binding(&[Names], Command::Back, &[function(3), letter('b'), letter('j')], Text::KeyBackToInterview, None),

    binding(&[Names], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyNextField, Some(10)),
    binding(&[Names], Command::StartInterview, &[function(10), letter('i')], Text::KeyToInterview, Some(20)),
    binding(&[Names], Command::LabelSlot, &[function(4), letter('l')], Text::KeyLabelSlot, Some(25)),
    binding(&[Names], Command::JoinSlots, &[letter('m')], Text::KeyJoinSlots, Some(30)),
    binding(&[Names], Command::SlotIs(SlotKind::Person), &[letter('1')], Text::KeySlotPerson, None),
    binding(&[Names], Command::SlotIs(SlotKind::Institution), &[letter('2')], Text::KeySlotInstitution, None),
    binding(&[Names], Command::SlotIs(SlotKind::Place), &[letter('3')], Text::KeySlotPlace, None),
    binding(&[Names], Command::SlotIs(SlotKind::Detail), &[letter('4')], Text::KeySlotOther, None),

    binding(&[Doubts], Command::SettleName(SlotKind::Person), &[plain(KeyCode::Char('p')), plain(KeyCode::Char('1')), letter('p')], Text::KeySettlePerson, Some(10)),
    binding(&[Doubts], Command::SettleName(SlotKind::Institution), &[plain(KeyCode::Char('i')), plain(KeyCode::Char('2')), letter('i')], Text::KeySettleInstitution, Some(11)),
    binding(&[Doubts], Command::SettleName(SlotKind::Place), &[plain(KeyCode::Char('o')), plain(KeyCode::Char('3')), letter('o')], Text::KeySettlePlace, Some(12)),
    binding(&[Doubts], Command::SettleName(SlotKind::Detail), &[plain(KeyCode::Char('a')), plain(KeyCode::Char('4')), letter('a')], Text::KeySettleOther, Some(13)),
    binding(&[Doubts], Command::SettleOrdinary, &[plain(KeyCode::Char('n')), plain(KeyCode::Char('5')), letter('n')], Text::KeySettleOrdinary, Some(14)),
    binding(&[Doubts], Command::SettleInStudy, &[plain(KeyCode::Char('s')), plain(KeyCode::Char('6')), letter('s')], Text::KeySettleInStudy, Some(15)),
    binding(&[Doubts], Command::Back, &[function(3), letter('b'), plain(KeyCode::Enter)], Text::KeyBackFromDoubts, Some(40)),

    binding(&[Consent], Command::ConsentYes, &[plain(KeyCode::Char('1'))], Text::KeyConsentYes, Some(10)),
    binding(&[Consent], Command::ConsentNo, &[plain(KeyCode::Char('2'))], Text::KeyConsentNo, Some(11)),
    binding(&[Consent], Command::ConsentWithdraw, &[plain(KeyCode::Char('3'))], Text::KeyConsentWithdraw, Some(12)),
    binding(&[Consent], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyConfirm, Some(5)),
    binding(&[Consent], Command::ConsentManner, &[plain(KeyCode::Char('4'))], Text::KeyConsentManner, Some(20)),
    binding(&[Consent], Command::QuestionLanguage, &[ctrl('l'), letter('l')], Text::KeyQuestionLanguage, Some(50)),
    binding(&[Consent], Command::Begin, &[function(10), letter('i')], Text::KeyBegin, Some(30)),
    binding(&[Consent], Command::Clock, &[letter('F')], Text::KeyClock, Some(45)),
    binding(&[Consent], Command::Discard, &[function(8), letter('d')], Text::KeyDiscard, Some(35)),
    binding(&[Consent], Command::PageUp, &[plain(KeyCode::PageUp)], Text::KeyPageUp, None),
    binding(&[Consent], Command::PageDown, &[plain(KeyCode::PageDown)], Text::KeyPageDown, None),
    binding(&[Consent, Clock, Player], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(16)),
    binding(&[Clock], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyTakeOver, Some(10)),
    binding(&[Player], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyLoad, Some(10)),

    binding(&[Interview], Command::Keep, &[plain(KeyCode::Enter)], Text::KeyKeep, Some(10)),
    binding(&[Interview, Prepare], Command::NewLine, &[Key::alt(KeyCode::Enter)], Text::KeyNewLine, None),
    binding(&[Interview], Command::Jump, &[function(2), ctrl('g'), letter('g')], Text::KeyJump, Some(20)),
    binding(&[Interview], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(25)),
    binding(&[Interview], Command::NextMust, &[function(4), ctrl('n'), letter('n')], Text::KeyNextMust, Some(30)),
    binding(&[Interview, Review], Command::NextTopic, &[plain(KeyCode::Tab), Key::alt(KeyCode::Down)], Text::KeyNextTopic, Some(70)),
    binding(&[Interview, Review], Command::PreviousTopic, &[plain(KeyCode::BackTab), Key::alt(KeyCode::Up)], Text::KeyPreviousTopic, None),
    binding(&[Interview], Command::Outside, &[ctrl('o'), letter('o')], Text::KeyOutside, Some(65)),
    binding(&[Interview], Command::State, &[function(5), ctrl('s'), letter('s')], Text::KeyState, Some(35)),
    binding(&[Interview], Command::Park, &[function(6), letter('p')], Text::KeyPark, Some(40)),
    binding(&[Interview], Command::Parked, &[letter('e')], Text::KeyParked, Some(45)),
    binding(&[Interview], Command::Pause, &[function(8), letter('c')], Text::KeyPause, Some(75)),
    binding(&[Interview, Consent], Command::Recording, &[function(9), letter('f')], Text::KeyRecording, Some(17)),
    binding(&[Interview], Command::Begin, &[function(10), letter('i')], Text::KeyBegin, Some(4)),
    binding(&[Interview], Command::EditNote, &[letter('E')], Text::KeyEditNote, Some(54)),
    binding(&[Interview], Command::Origin, &[letter('M')], Text::KeyOrigin, Some(86)),
    binding(&[Prepare], Command::Consent, &[letter('C')], Text::KeyConsent, Some(25)),
    binding(&[Interview], Command::Consent, &[letter('C')], Text::KeyConsent, Some(87)),
    binding(&[Interview], Command::Clock, &[letter('F')], Text::KeyClock, Some(84)),
    binding(&[Interview], Command::More, &[letter('+')], Text::KeyMore, Some(82)),
    binding(&[Interview], Command::Less, &[letter('-')], Text::KeyLess, Some(83)),
    binding(&[Interview], Command::Player, &[letter('R')], Text::KeyPlayer, Some(86)),
    binding(&[Interview], Command::Play, &[letter('.')], Text::KeyPlay, Some(1)),
    binding(&[Interview], Command::PlayBack, &[letter(';')], Text::KeyPlayBack, Some(2)),
    binding(&[Interview], Command::PlayForward, &[letter(':')], Text::KeyPlayForward, Some(3)),
    binding(&[Interview], Command::PlayNote, &[letter('J')], Text::KeyPlayNote, Some(5)),
    binding(&[Interview], Command::PlayGap, &[letter('\'')], Text::KeyPlayGap, Some(6)),
    binding(&[Interview], Command::Refile, &[ctrl('r'), letter('r')], Text::KeyRefile, Some(50)),
    binding(&[Interview], Command::AlsoIn, &[letter('a')], Text::KeyAlsoIn, Some(55)),
    binding(&[Interview], Command::Gap, &[letter('m')], Text::KeyGap, Some(76)),
    binding(&[Interview], Command::Prompted, &[ctrl('t'), letter('t')], Text::KeyPrompted, Some(56)),
    binding(&[Interview], Command::Probe(1), &[letter('1')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(2), &[letter('2')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(3), &[letter('3')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(4), &[letter('4')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(5), &[letter('5')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(6), &[letter('6')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(7), &[letter('7')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(8), &[letter('8')], Text::KeyProbe, None),
    binding(&[Interview], Command::Probe(9), &[letter('9')], Text::KeyProbe, None),
    binding(&[Interview], Command::Assess, &[letter('U')], Text::KeyAssess, Some(57)),
    binding(&[Interview, Review], Command::QuestionLanguage, &[ctrl('l'), letter('l')], Text::KeyQuestionLanguage, Some(78)),
    binding(&[Interview, Review], Command::Goal, &[letter('0')], Text::KeyGoal, Some(68)),
    binding(&[Interview], Command::Protect, &[ctrl('p'), letter('w')], Text::KeyProtect, Some(15)),
    binding(&[Interview], Command::Coarsen, &[ctrl('k'), letter(',')], Text::KeyCoarsen, Some(58)),
    binding(&[Interview, After], Command::TakeBack, &[letter('d')], Text::KeyTakeBack, Some(47)),
    binding(&[Interview, After], Command::Names, &[letter('j')], Text::KeyNames, Some(79)),
    binding(&[Interview, Closing, After], Command::Doubts, &[ctrl('f'), letter('?')], Text::KeyDoubts, Some(14)),
    binding(&[Interview], Command::Strike, &[letter('x')], Text::KeyStrike, Some(77)),
    binding(&[Interview, Coding, Closing, After, Translation], Command::Undo, &[ctrl('u'), letter('z')], Text::KeyUndo, Some(57)),
    binding(&[Interview, Coding, Closing], Command::Redo, &[ctrl('y'), letter('y')], Text::KeyRedo, None),
    binding(&[Interview, Coding], Command::Code, &[letter('D')], Text::KeyCode, Some(52)),
    binding(&[Review], Command::Code, &[letter('D')], Text::KeyCode, Some(6)),
    binding(&[Review], Command::SecondCoder, &[letter('2'), plain(KeyCode::Char('2'))], Text::KeySecondCoder, Some(25)),
    binding(&[Interview, Finding, Review, Codebook], Command::Find, &[letter('Q')], Text::KeyFind, Some(82)),
    binding(&[Interview], Command::SumUp, &[letter('H')], Text::KeySumUp, Some(83)),
    binding(&[Interview], Command::OffRecord, &[function(12), letter('O')], Text::KeyOffRecord, Some(86)),
    binding(&[Interview], Command::Speaker, &[letter('I')], Text::KeySpeaker, None),
    binding(&[Interview], Command::Unplaced, &[letter('X')], Text::KeyUnplaced, None),
    binding(&[Interview], Command::Translate, &[letter('B')], Text::KeyTranslate, None),
    binding(&[Interview], Command::Overlaps, &[letter('G')], Text::KeyOverlaps, None),
    binding(&[Interview], Command::StrikeMinutes, &[letter('S')], Text::KeyStrikeMinutes, None),
    binding(&[Interview], Command::StrikeWords, &[letter('T')], Text::KeyStrikeWords, None),
    binding(&[Interview], Command::Close, &[letter('k')], Text::KeyClose, Some(85)),
    binding(&[Interview], Command::After, &[letter('A')], Text::KeyAfter, Some(5)),
    binding(&[Interview, Coding, Review], Command::NoteBefore, &[Key::ctrl(KeyCode::Up)], Text::KeyNoteBefore, None),
    binding(&[Interview, Coding, Review], Command::NoteAfter, &[Key::ctrl(KeyCode::Down)], Text::KeyNoteAfter, None),
    binding(&[Start, Interview, Review, Coding, Finding, Codebook, Across, Filtering, CaseSheet, Searching, Exporting], Command::PageUp, &[plain(KeyCode::PageUp)], Text::KeyPageUp, None),
    binding(&[Start, Interview, Review, Coding, Finding, Codebook, Across, Filtering, CaseSheet, Searching, Exporting], Command::PageDown, &[plain(KeyCode::PageDown)], Text::KeyPageDown, None),
    binding(&[Start, Codebook, Across, CaseSheet], Command::First, &[plain(KeyCode::Home)], Text::KeyFirst, None),
    binding(&[Start, Codebook, Across, CaseSheet], Command::Last, &[plain(KeyCode::End)], Text::KeyLast, None),

    binding(&[Coding], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyToggleCode, Some(5)),
    binding(&[Coding], Command::Favourite(1), &[plain(KeyCode::Char('1'))], Text::KeyFavourite, None),
    binding(&[Coding], Command::Favourite(2), &[plain(KeyCode::Char('2'))], Text::KeyFavourite, None),
    binding(&[Coding], Command::Favourite(3), &[plain(KeyCode::Char('3'))], Text::KeyFavourite, None),
    binding(&[Coding], Command::Favourite(4), &[plain(KeyCode::Char('4'))], Text::KeyFavourite, None),
    binding(&[Coding], Command::Favourite(5), &[plain(KeyCode::Char('5'))], Text::KeyFavourite, None),
    binding(&[Coding], Command::NotePrompted, &[plain(KeyCode::Char('?'))], Text::KeyNotePrompted, Some(10)),
    binding(&[Coding], Command::Helps, &[plain(KeyCode::Char('+'))], Text::KeyHelps, Some(11)),
    binding(&[Coding], Command::Hinders, &[plain(KeyCode::Char('-'))], Text::KeyHinders, Some(12)),
    binding(&[Coding], Command::Reported, &[plain(KeyCode::Char(','))], Text::KeyReported, Some(13)),
    binding(&[Coding], Command::NoneFits, &[plain(KeyCode::Char('0'))], Text::KeyNoneFits, Some(9)),
    binding(&[Coding], Command::NewFieldCode, &[Key::alt(KeyCode::Enter)], Text::KeyNewFieldCode, Some(6)),
    binding(&[Coding, Finding, Filtering], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(15)),
    binding(&[Finding], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyToFound, Some(5)),

    binding(&[StrikeWords], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyStrikeFound, Some(10)),
    binding(&[Translation], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyKeep, Some(10)),
    binding(&[Translation], Command::Back, &[function(3), letter('b')], Text::KeyBackToInterview, Some(20)),
    binding(&[StrikeWords], Command::Back, &[function(3), letter('b')], Text::KeyBackToInterview, Some(20)),

    binding(&[Closing], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyAnswer, Some(10)),
    binding(&[Closing], Command::Close, &[function(10), letter('k')], Text::KeyCloseNow, Some(11)),
    binding(&[Closing], Command::Back, &[function(3), letter('b')], Text::KeyBackToInterview, Some(30)),
    binding(&[Closing], Command::Wave(WaveReason::NoTime), &[plain(KeyCode::Char('t')), letter('t')], Text::KeyWaveNoTime, Some(12)),
    binding(&[Closing], Command::Wave(WaveReason::NotNeeded), &[plain(KeyCode::Char('n')), letter('n')], Text::KeyWaveNotNeeded, Some(13)),
    binding(&[Closing], Command::Wave(WaveReason::Later), &[plain(KeyCode::Char('l')), letter('l')], Text::KeyWaveLater, Some(14)),
    binding(&[Closing], Command::Wave(WaveReason::Other), &[plain(KeyCode::Char('o')), letter('o')], Text::KeyWaveOther, Some(15)),

    binding(&[Start, Review], Command::Across, &[letter('m'), plain(KeyCode::Char('m'))], Text::KeyAcross, Some(36)),
    binding(&[Start, Review, Across], Command::Search, &[plain(KeyCode::Char('/')), letter('/')], Text::KeySearch, Some(37)),
    binding(&[Searching], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyToFound, Some(5)),
    binding(&[Searching], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(10)),
    binding(&[Across, CaseSheet, Searching], Command::Up, &[plain(KeyCode::Up)], Text::KeyUp, None),
    binding(&[Across, CaseSheet, Searching], Command::Down, &[plain(KeyCode::Down)], Text::KeyDown, None),
    binding(&[Across], Command::ColumnLeft, &[plain(KeyCode::Left)], Text::KeyColumnLeft, None),
    binding(&[Across], Command::ColumnRight, &[plain(KeyCode::Right)], Text::KeyColumnRight, None),
    binding(&[Across], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyReadCell, Some(5)),
    binding(&[Across], Command::NextView, &[plain(KeyCode::Tab), letter('t')], Text::KeyNextView, Some(8)),
    binding(&[Across], Command::SampleBoard, &[letter('B'), plain(KeyCode::Char('b'))], Text::KeySampleBoard, Some(16)),
    binding(&[Across], Command::Filter, &[plain(KeyCode::Char('f')), letter('f')], Text::KeyFilter, Some(10)),
    binding(&[Across, Filtering], Command::ClearFilters, &[plain(KeyCode::Delete), letter('0')], Text::KeyClearFilters, Some(11)),
    binding(&[Filtering], Command::Filter, &[letter('f')], Text::KeyCloseFilter, Some(10)),
    binding(&[Across], Command::Heat, &[letter('d'), plain(KeyCode::Char('d'))], Text::KeyHeat, Some(12)),
    binding(&[Across], Command::CountBy, &[letter('g'), plain(KeyCode::Char('g'))], Text::KeyCountBy, Some(17)),
    binding(&[Across], Command::ReadSheet, &[letter('s'), plain(KeyCode::Char('s'))], Text::KeyReadSheet, Some(15)),
    binding(&[Across, Review], Command::Export, &[plain(KeyCode::Char('x')), letter('x')], Text::KeyExport, Some(37)),
    binding(&[Exporting], Command::Export, &[function(10), letter('x')], Text::KeyExportNow, Some(5)),
    binding(&[Exporting], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyNextField, Some(20)),
    binding(&[Exporting], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(10)),
    binding(&[CaseSheet], Command::Back, &[function(3), letter('b')], Text::KeyBackToMatrix, Some(5)),
    binding(&[Across], Command::Back, &[function(3), letter('b')], Text::KeyBackToList, Some(14)),
    binding(&[Filtering], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyToggleFilter, Some(5)),
    binding(&[Review], Command::Up, &[plain(KeyCode::Up)], Text::KeyScrollUp, None),
    binding(&[Review], Command::Down, &[plain(KeyCode::Down)], Text::KeyScrollDown, None),
    binding(&[Review], Command::Codebook, &[letter('Y'), plain(KeyCode::Char('c'))], Text::KeyCodebook, Some(35)),
    binding(&[Codebook], Command::AddCode, &[plain(KeyCode::Char('n')), letter('n')], Text::KeyNewFieldCode, Some(10)),
    binding(&[Codebook], Command::RenameCode, &[plain(KeyCode::Char('r')), letter('r')], Text::KeyRenameCode, Some(11)),
    binding(&[Codebook], Command::MergeCode, &[plain(KeyCode::Char('m')), letter('m')], Text::KeyMergeCode, Some(12)),
    binding(&[Codebook], Command::RetireCode, &[plain(KeyCode::Char('x')), letter('x')], Text::KeyRetireCode, Some(13)),
    binding(&[Codebook], Command::Undo, &[ctrl('u'), letter('z')], Text::KeyUndo, Some(14)),
    binding(&[CodeLabel], Command::Accept, &[plain(KeyCode::Enter)], Text::KeyAccept, Some(5)),
    binding(&[Codebook, CodeLabel], Command::Back, &[function(3), letter('b')], Text::KeyBack, Some(40)),
    binding(&[Review], Command::Resume, &[letter('r'), plain(KeyCode::Char('r'))], Text::KeyResume, Some(20)),
    binding(&[Review], Command::EditNote, &[plain(KeyCode::Char('e')), letter('e'), letter('E')], Text::KeyCorrect, Some(21)),
    binding(&[Review], Command::Back, &[function(3), letter('b')], Text::KeyBackToList, Some(10)),

    binding(WITH_TEXT, Command::Edit(EditCommand::Left), &[plain(KeyCode::Left)], Text::KeyLeft, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::Right), &[plain(KeyCode::Right)], Text::KeyRight, None),
    binding(&[Interview], Command::Edit(EditCommand::Up), &[plain(KeyCode::Up)], Text::KeyRowUp, None),
    binding(&[Interview], Command::Edit(EditCommand::Down), &[plain(KeyCode::Down)], Text::KeyRowDown, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::WordLeft), &[Key::ctrl(KeyCode::Left), Key::alt(KeyCode::Left)], Text::KeyWordLeft, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::WordRight), &[Key::ctrl(KeyCode::Right), Key::alt(KeyCode::Right)], Text::KeyWordRight, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::Home), &[plain(KeyCode::Home), ctrl('a')], Text::KeyHome, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::End), &[plain(KeyCode::End), ctrl('e')], Text::KeyEnd, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::TextStart), &[Key::ctrl(KeyCode::Home), Key::alt(KeyCode::Home)], Text::KeyTextStart, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::TextEnd), &[Key::ctrl(KeyCode::End), Key::alt(KeyCode::End)], Text::KeyTextEnd, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::Backspace), &[plain(KeyCode::Backspace)], Text::KeyBackspace, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::Delete), &[plain(KeyCode::Delete), ctrl('d')], Text::KeyDelete, None),
    binding(WITH_WORDS, Command::Edit(EditCommand::DeleteWordBack), &[ctrl('w'), Key::alt(KeyCode::Backspace)], Text::KeyDeleteWordBack, None),
    binding(WITH_TEXT, Command::Edit(EditCommand::DeleteWordForward), &[Key::ctrl(KeyCode::Delete), Key::alt(KeyCode::Delete)], Text::KeyDeleteWordForward, None),
    binding(WITH_LINES, Command::Edit(EditCommand::DeleteLine), &[ctrl('u')], Text::KeyDeleteLine, None),
];

const fn binding(
    places: &'static [Place],
    command: Command,
    keys: &'static [Key],
    label: Text,
    footer: Option<u8>,
) -> Binding {
    Binding {
        places,
        command,
        keys,
        label,
        footer,
    }
}

const fn letter(character: char) -> Key {
    Key::alt(KeyCode::Char(character))
}

const fn ctrl(character: char) -> Key {
    Key::ctrl(KeyCode::Char(character))
}

const fn function(number: u8) -> Key {
    Key::plain(KeyCode::F(number))
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}
