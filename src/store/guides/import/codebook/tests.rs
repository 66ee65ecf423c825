use super::*;

/// As ATLAS.ti writes it: a draft of the namespace, sets of codes.
const DRAFT_NAMESPACE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="ATLAS.ti Win 9.0.19">
  <Codes>
    <Code guid="2CE89C66-C28D-473B-B5C4-6CF87D20EF04" name="Grösse" isCodable="true" />
    <Code guid="{FFD939DA-B5DC-4611-A9F8-366495EB0AE2}" name="Wirtschaft &amp; Arbeit">
      <Description>Alles &lt;dazu&gt; &#252;ber
Arbeit</Description>
      <Code guid="575CD58B-641A-48C7-BC7B-4F3D2199C776" name="Löhne" isCodable="true" />
    </Code>
    <Code guid="1B123EC4-7A16-4189-BAB2-74D37FC18BE8" name="Politik" isCodable="false">
      <Code guid="6305160D-88CA-48AD-AAAF-07397BA748E8" name="Wahl" isCodable="true" />
    </Code>
  </Codes>
  <Sets>
    <Set name="a" guid="D79FC877-F071-4117-8D25-235AA1062A44"/>
  </Sets>
</CodeBook>"#;

#[test]
fn a_codebook_of_another_program_is_read() {
    let codebook = read(DRAFT_NAMESPACE).unwrap();
    assert_eq!(codebook.sets, 1);
    let codes: Vec<(&str, &str)> = codebook
        .draft
        .codes
        .iter()
        .map(|code| (code.id.as_str(), code.label.as_str()))
        .collect();
    assert_eq!(
        codes,
        [
            ("grosse", "Grösse"),
            ("wirtschaftarbeit", "Wirtschaft & Arbeit"),
            ("wirtschaftarbeit.lohne", "Löhne"),
            ("wahl", "Wahl"),
        ]
    );
    let economy = &codebook.draft.codes[1];
    assert_eq!(
        economy.definition.as_deref(),
        Some("Alles <dazu> über Arbeit")
    );
    assert_eq!(
        codebook.draft.codes[0].source.as_deref(),
        Some("REFI-QDA 2CE89C66-C28D-473B-B5C4-6CF87D20EF04")
    );
    // What cannot be coded with is a block that offers what stands below it.
    let block = &codebook.draft.blocks[0];
    assert_eq!(block.title, "Politik");
    assert_eq!(block.topics[0].codes, ["wahl"]);
}

#[test]
fn empty_containers_and_parents_without_children_are_read() {
    let text = r#"<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
        <Code guid="{5215cc69-b628-4e02-afb9-9beeaee55808}" name="Topics" isCodable="false"></Code>
        <Code guid="d7aa29da-519b-4946-9b90-253b6db8fd0a" name="Economy" isCodable="true"/>
        </Codes><Sets/></CodeBook>"#;
    let codebook = read(text).unwrap();
    assert_eq!(codebook.sets, 0);
    assert_eq!(codebook.draft.blocks[0].title, "Topics");
    assert_eq!(codebook.draft.codes.len(), 1);
}

#[test]
fn a_codebook_without_parents_is_one_block_that_offers_it() {
    let text = r#"<CodeBook><Codes><Code name="a"><Code name="b"/></Code></Codes></CodeBook>"#;
    let codebook = read(text).unwrap();
    assert_eq!(codebook.draft.blocks[0].topics[0].codes, ["a", "a.*"]);
}

#[test]
fn what_is_no_codebook_is_refused() {
    let deep = "<Code name='a'>".repeat(DEEPEST + 1);
    let many = "<Code name='a'/>".repeat(MOST + 1);
    let rows = [
        ("no xml at <all".to_owned(), "no XML"),
        ("<a/>".to_owned(), "holds no codebook"),
        ("<CodeBook><Codes/></CodeBook>".to_owned(), "no code"),
        (
            "<CodeBook><Code guid='x'/></CodeBook>".to_owned(),
            "no name",
        ),
        (format!("<CodeBook>{deep}"), "deep"),
        (format!("<CodeBook>{many}</CodeBook>"), "more than"),
        ("<CodeBook><Code name='a'>".to_owned(), "no XML"),
        (String::new(), "holds no codebook"),
    ];
    for (text, expected) in rows {
        let fault = read(&text).unwrap_err().to_string();
        assert!(fault.contains(expected), "{fault}");
    }
}

#[test]
fn entities_of_the_file_are_not_followed() {
    let text = r#"<!DOCTYPE x [<!ENTITY e "boom">]><CodeBook><Code name="a"><Description>&e;</Description></Code></CodeBook>"#;
    let codebook = read(text).unwrap();
    assert_eq!(
        codebook.draft.codes[0].definition.as_deref(),
        Some("\u{fffd}")
    );
}
