use super::interview::{english, texts};

#[test]
fn one_key_says_it_coarser_and_undo_takes_that_back() {
    let mut driver = english("");
    driver.press("founded in 1998<C-k>");
    assert!(driver.screen().contains("founded in the 1990s"));
    driver.press("<C-u>");
    assert!(driver.screen().contains("founded in 1998"));
    driver.press("<Esc>,");
    assert!(driver.screen().contains("founded in the 1990s"));
    driver.press("<C-k>");
    assert!(
        driver
            .screen()
            .contains("nothing here to be said more coarsely")
    );
}

#[test]
fn a_place_becomes_its_region_and_then_nothing_and_undo_brings_the_placeholder_back() {
    let mut driver = english("place: Görlitz");
    driver.press("meeting in Görlitz with <C-Left><C-k>");
    assert!(
        driver.screen().contains("meeting in Saxony with"),
        "{}",
        driver.screen()
    );
    driver.press("<C-k>");
    assert!(driver.screen().contains("meeting in […] with"));
    driver.press("<C-u><C-u>");
    assert!(driver.screen().contains("meeting in [Place 1] with"));
    driver.press("<C-k><End>them<Enter>");
    assert_eq!(texts(&driver), ["meeting in Saxony with them"]);
}

#[test]
fn a_region_that_was_put_hides_nobody_who_is_called_like_it() {
    let mut driver = english("place: Potsdam");
    driver.press("office in Potsdam near <C-Left><C-k><End>");
    assert!(driver.screen().contains("office in Brandenburg near"));
    driver.press("Thun<Enter>Ms Brandenburg said so<C-p><Enter>");
    let (notes, screen) = (texts(&driver), driver.screen());
    assert!(
        notes.iter().all(|note| !note.contains("Brandenburg")),
        "{screen}"
    );
}

#[test]
fn a_token_for_a_side_is_spelled_out_in_the_language_of_the_note() {
    let mut driver = english("");
    driver.press("money from @own, ideas from @other <Enter>");
    assert_eq!(
        texts(&driver),
        ["money from own side, ideas from other side"]
    );
}
