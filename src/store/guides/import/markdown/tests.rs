use super::*;

const GUIDE: &str = "\u{feff}# Ein Leitfaden

> Aus einer Vorstudie.

## Entstehung (12/9)
Verstehen, wie es
dazu kam.
> Zuhören.

### Anfang
Wie hat es
angefangen?

- Wer war dabei?
2. Warum gerade da?
> Jahr notieren.
Schlagwörter: Messe, Kammer
Codes: `ini.*`, drv

### Treiber (should)

Wer trieb es voran?

## Ausblick

### Zukunft
Und in fünf Jahren?

## Codes
- `ini` Anstoss
- `ini.fair` Messe: an einem Stand
- `drv` Treiber
";

#[test]
fn blocks_topics_probes_and_codes_are_read() {
    let draft = read(GUIDE).unwrap();
    assert_eq!(draft.title.as_deref(), Some("Ein Leitfaden"));
    assert_eq!(draft.source.as_deref(), Some("Aus einer Vorstudie."));
    let [first, second] = draft.blocks.as_slice() else {
        panic!("{draft:?}");
    };
    assert_eq!(
        (first.id.as_str(), first.title.as_str()),
        ("b1", "Entstehung")
    );
    assert_eq!(first.minutes, Some((12, 9)));
    assert_eq!(first.goal.as_deref(), Some("Verstehen, wie es dazu kam."));
    assert_eq!(first.hint.as_deref(), Some("Zuhören."));
    let topic = &first.topics[0];
    assert_eq!(topic.question.as_deref(), Some("Wie hat es angefangen?"));
    assert_eq!(topic.probes, ["Wer war dabei?", "Warum gerade da?"]);
    assert_eq!(topic.hint.as_deref(), Some("Jahr notieren."));
    assert_eq!(topic.keywords, ["Messe", "Kammer"]);
    assert_eq!(topic.codes, ["ini.*", "drv"]);
    assert!(first.topics[1].if_there_is_time && !topic.if_there_is_time);
    assert_eq!(first.topics[1].title, "Treiber");
    assert_eq!(second.topics[0].id, "b2.t1");
    assert_eq!(draft.codes[1].id, "ini.fair");
    assert_eq!(draft.codes[1].definition.as_deref(), Some("an einem Stand"));
}

#[test]
fn what_is_not_understood_is_refused_with_its_line() {
    let rows = [
        ("# a\n# b", MarkdownFault::SecondTitle(2)),
        ("### a", MarkdownFault::TopicOutsideBlock(1)),
        ("## a\n- b", MarkdownFault::ListOutsideTopic(2)),
        ("## a\n### b\nc?\n\nd?", MarkdownFault::SecondQuestion(5)),
        ("## a\n### b\nc?\n- d\ne", MarkdownFault::SecondQuestion(5)),
        ("## a\n## Codes\n- no id", MarkdownFault::NoCode(3)),
        ("## a\n## Codes\nText", MarkdownFault::NoCode(3)),
        ("## a (fünf/3)", MarkdownFault::NoMinutes(1)),
        ("##", MarkdownFault::EmptyHeading(1)),
        ("## a\n#### b", MarkdownFault::TooDeep(2)),
        ("# only a title", MarkdownFault::NoBlock),
        ("", MarkdownFault::NoBlock),
    ];
    for (text, fault) in rows {
        assert_eq!(read(text), Err(fault), "{text}");
    }
}

#[test]
fn brackets_without_numbers_belong_to_the_title_of_a_block() {
    let draft = read("## Grenze (CH/FR)\n### b\nc?").unwrap();
    let block = &draft.blocks[0];
    assert_eq!(
        (block.title.as_str(), block.minutes),
        ("Grenze (CH/FR)", None)
    );
}

#[test]
fn a_question_with_a_colon_or_a_number_stays_a_question() {
    let draft = read("## a\n### b\nZum Beispiel: was?\n### c\n2015 war was?").unwrap();
    let questions: Vec<&str> = draft.blocks[0]
        .topics
        .iter()
        .filter_map(|topic| topic.question.as_deref())
        .collect();
    assert_eq!(questions, ["Zum Beispiel: was?", "2015 war was?"]);
}
