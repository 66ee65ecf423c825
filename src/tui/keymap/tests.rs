use std::collections::HashMap;

use super::*;

#[test]
fn no_key_asks_for_two_things_at_one_place() {
    for place in Place::ALL {
        let mut seen: HashMap<Key, Command> = HashMap::new();
        for binding in bindings(place) {
            for key in binding.keys {
                let other = seen.insert(*key, binding.command);
                assert!(
                    other.is_none(),
                    "{key} asks for {other:?} and {:?} at {place:?}",
                    binding.command
                );
            }
        }
    }
}

#[test]
fn no_key_is_one_that_terminals_send_for_another() {
    for key in TABLE.iter().flat_map(|binding| binding.keys) {
        let taken = matches!(key.code, KeyCode::Char('h' | 'i' | 'j' | 'm' | '[' | 'b'));
        assert!(
            !(taken && key.modifiers.contains(KeyModifiers::CONTROL)),
            "{key} is not safe"
        );
    }
}

#[test]
fn while_a_note_is_typed_no_printable_key_is_a_command() {
    for key in bindings(Place::Interview).flat_map(|binding| binding.keys) {
        let printable = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
        assert!(!printable, "{key} is a command");
    }
}

#[test]
fn every_command_of_the_interview_is_reached_by_esc_and_a_key() {
    // Ctrl-Z is the terminal's own; choosing a note is a convenience for what the lists offer as well.
    let spared = [Command::Suspend, Command::NoteBefore, Command::NoteAfter];
    for binding in bindings(Place::Interview).filter(|binding| !spared.contains(&binding.command)) {
        let reached = binding.keys.iter().any(|key| {
            let everywhere = key.modifiers.is_empty() && !matches!(key.code, KeyCode::F(_));
            everywhere || key.modifiers == KeyModifiers::ALT
        });
        assert!(
            reached,
            "{:?} needs a key that every terminal sends",
            binding.command
        );
    }
}

#[test]
fn every_probe_has_its_digit() {
    for number in 1..=9 {
        let digit = char::from_digit(u32::from(number), 10).unwrap();
        assert_eq!(
            lookup(Place::Interview, Key::alt(KeyCode::Char(digit))),
            Some(Command::Probe(number))
        );
    }
}

#[test]
fn a_capital_letter_is_a_key_of_its_own_and_else_the_small_one() {
    let alt = |character| Key::alt(KeyCode::Char(character));
    assert_eq!(alt('E').to_string(), "Alt-Shift-E");
    assert_eq!(alt('e').to_string(), "Alt-E");
    for binding in bindings(Place::Interview) {
        for key in binding.keys.iter().filter(|key| key.is_with_alt()) {
            assert_eq!(lookup(Place::Interview, *key), Some(binding.command));
        }
    }
    // With the shift lock on.
    assert_eq!(lookup(Place::Names, alt('L')), Some(Command::LabelSlot));
    let ctrl_g = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::CONTROL);
    assert_eq!(
        lookup(Place::Interview, Key::of(ctrl_g)),
        Some(Command::Jump)
    );
}
