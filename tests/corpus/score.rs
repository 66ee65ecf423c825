//! Counts what the detectors make of the marked notes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use leitfaden::anonymise::{CleanText, Finding, Layers, Memory, SlotKey, redact_whole};
use leitfaden::language::{Language, words};

use crate::corpus::{Corpus, Mark, Note};

/// What came of the notes of one language.
#[derive(Default, Clone)]
pub struct Score {
    /// For each kind: how many were found, of how many.
    pub kinds: BTreeMap<String, (usize, usize)>,
    /// The marks that were found when their note was written, of all; the others are found once the name is known from a
    /// later note.
    pub at_once: (usize, usize),
    /// Of the marks in hard notes: found, of how many.
    pub hard: (usize, usize),
    /// Notes of which something is left that had to go, of those that have anything.
    pub leaks: (usize, usize),
    /// The same when the note was written.
    pub leaks_at_once: (usize, usize),
    /// Words that had to stay and did not, of all.
    pub lost: (usize, usize),
    /// Marked words that had to stay and did not, of all.
    pub kept: (usize, usize),
    /// Pairs of mentions of the same that have one placeholder, of all such pairs.
    pub same: (usize, usize),
    /// The same, once the interviewer has said of each two slots that are offered as perhaps the same whether they are.
    pub same_once_asked: (usize, usize),
    /// Pairs of different ones that are kept apart then.
    pub different_once_asked: (usize, usize),
    /// Pairs of mentions of different ones that have different placeholders, of all such pairs.
    pub different: (usize, usize),
}

/// A mention that was found, and what stands for it.
struct Mention<'a> {
    mark: &'a Mark,
    /// What was marked.
    text: &'a str,
    slot: SlotKey,
    /// All that the placeholder stands for.
    replaced: &'a str,
}

impl Score {
    /// Runs all notes of a part and a language, session by session.
    pub fn of(part: &str, language: Language, layers: Layers) -> Self {
        let corpus = Corpus::read(&format!("{part}.{}.txt", language.tag()));
        let show = std::env::var("SHOW").unwrap_or_default();
        let show = if part.starts_with("build") {
            show.as_str()
        } else {
            ""
        };
        let mut score = Self::default();
        let mut sessions: BTreeMap<usize, Vec<&Note>> = BTreeMap::new();
        for note in &corpus.notes {
            sessions.entry(note.session).or_default().push(note);
        }
        for (session, notes) in &sessions {
            let mut memory = Memory::new(language).with_layers(layers);
            let mut mentions: Vec<Mention<'_>> = Vec::new();
            let mut written: Vec<Written> = Vec::new();
            for note in notes {
                if is_each_alone() {
                    memory = Memory::new(language).with_layers(layers);
                }
                let (text, _, findings) = redact_whole(&note.text, &mut memory);
                score.take_at_once(note, &findings);
                written.push(Written { text, findings });
            }
            for (note, mut written) in notes.iter().zip(written) {
                if !is_each_alone() {
                    written.add_known_later(note, &mut memory);
                }
                score.take(note, &written.findings, &mut mentions, show, language);
            }
            score.pair(&mentions, show, &format!("{language} {session}"));
            score.ask(&mut mentions, &memory, show);
        }
        score
    }

    /// Counts what is found of a note when it is written.
    fn take_at_once(&mut self, note: &Note, findings: &[Finding]) {
        let mut leaks = false;
        for mark in note.marks.iter().filter(|mark| mark.must_go()) {
            let is_found = own_words(note, mark).all(|word| covering(findings, &word).is_some());
            self.at_once.0 += usize::from(is_found);
            self.at_once.1 += 1;
            leaks |= !is_found;
        }
        if note.marks.iter().any(Mark::must_go) {
            self.leaks_at_once.0 += usize::from(leaks);
            self.leaks_at_once.1 += 1;
        }
    }

    fn take<'a>(
        &mut self,
        note: &'a Note,
        findings: &[Finding],
        mentions: &mut Vec<Mention<'a>>,
        show: &str,
        language: Language,
    ) {
        let mut leaks = false;
        for mark in note.marks.iter().filter(|mark| mark.must_go()) {
            let is_found = own_words(note, mark).all(|word| covering(findings, &word).is_some());
            let (found, all) = self.kinds.entry(mark.kind.clone()).or_default();
            *found += usize::from(is_found);
            *all += 1;
            if note.is_hard {
                self.hard.0 += usize::from(is_found);
                self.hard.1 += 1;
            }
            leaks |= !is_found;
            if !is_found && show == "missed" {
                println!(
                    "{language} {} «{}» in {}",
                    mark.kind,
                    &note.text[mark.span.clone()],
                    note.text
                );
            }
            let first = words_of(note, mark).next();
            if let Some(finding) = first.and_then(|first| covering(findings, &first)) {
                mentions.push(Mention {
                    mark,
                    text: &note.text[mark.span.clone()],
                    slot: finding.slot,
                    replaced: &note.text[finding.span.clone()],
                });
            }
        }
        if note.marks.iter().any(Mark::must_go) {
            self.leaks.0 += usize::from(leaks);
            self.leaks.1 += 1;
        }
        for word in words(&note.text) {
            let mark = note
                .marks
                .iter()
                .find(|mark| mark.span.start < word.end && word.start < mark.span.end);
            if mark.is_some_and(|mark| mark.kind != "keep")
                || is_legal_form(&note.text[word.clone()])
            {
                continue;
            }
            let lost = covering(findings, &word);
            self.lost.0 += usize::from(lost.is_some());
            self.lost.1 += 1;
            if mark.is_some() {
                self.kept.0 += usize::from(lost.is_some());
                self.kept.1 += 1;
            }
            if let Some(finding) = lost.filter(|_| show == "lost") {
                println!(
                    "{language} «{}» {:?} in {}",
                    &note.text[word], finding.rule, note.text
                );
            }
        }
    }

    fn pair(&mut self, mentions: &[Mention<'_>], show: &str, session: &str) {
        if show == "slots" {
            show_slots(mentions, session);
        }
        for (at, one) in mentions.iter().enumerate() {
            for other in &mentions[at + 1..] {
                let is_same = one.mark.entity == other.mark.entity;
                if is_same && are_two_details(one, other) {
                    continue;
                }
                let right = is_same == (one.slot == other.slot);
                if is_same {
                    self.same.0 += usize::from(right);
                    self.same.1 += 1;
                } else if one.mark.kind == other.mark.kind {
                    self.different.0 += usize::from(right);
                    self.different.1 += 1;
                }
                if !right && show == "pairs" && (is_same || one.mark.kind == other.mark.kind) {
                    let how = if is_same { "same" } else { "different" };
                    println!(
                        "{session} {how} {}: «{}» {} / «{}» {}",
                        one.mark.kind,
                        one.replaced,
                        number(one.slot),
                        other.replaced,
                        number(other.slot)
                    );
                }
            }
        }
    }

    /// Answers what is offered as perhaps the same as somebody would who knows, and counts pairs again. Where nobody knows
    /// the other notes, nothing is offered.
    fn ask(&mut self, mentions: &mut [Mention<'_>], memory: &Memory, show: &str) {
        let offers = if is_each_alone() {
            Vec::new()
        } else {
            memory.perhaps_same()
        };
        for offer in offers {
            let of = |slot: SlotKey| -> BTreeSet<_> {
                let mentions = mentions.iter().filter(|mention| mention.slot == slot);
                mentions.map(|mention| mention.mark.entity).collect()
            };
            let (from, into) = (of(offer.from), of(offer.into));
            if from.is_empty() || into.is_empty() {
                continue;
            }
            // One placeholder that stands for several already is nobody whom another could be.
            let are_same = from.len() == 1 && from == into;
            if show == "offers" {
                let [one, other] = &offer.names;
                println!("{are_same} «{}» / «{}»", **one, **other);
            }
            for mention in mentions.iter_mut().filter(|_| are_same) {
                if mention.slot == offer.from {
                    mention.slot = offer.into;
                }
            }
        }
        let mut asked = Self::default();
        asked.pair(mentions, "", "");
        let add = |sum: &mut (usize, usize), more: (usize, usize)| {
            sum.0 += more.0;
            sum.1 += more.1;
        };
        add(&mut self.same_once_asked, asked.same);
        add(&mut self.different_once_asked, asked.different);
    }

    /// All kinds together: found, of how many.
    pub fn recall(&self) -> (usize, usize) {
        self.kinds
            .values()
            .fold((0, 0), |sum, (found, all)| (sum.0 + found, sum.1 + all))
    }
}

/// A note as it was written, with what its placeholders stand for.
struct Written {
    text: CleanText,
    findings: Vec<Finding>,
}

impl Written {
    /// Adds what is found by the names that became known later in the session: the program takes them out of what was
    /// written before, and so it is what stands there by then that is searched.
    fn add_known_later(&mut self, note: &Note, memory: &mut Memory) {
        let later = memory.reclean(&self.text).map(|it| it.findings);
        let mut later = later.unwrap_or_default();
        for finding in &mut later {
            finding.span = self.to_source(&finding.span, note, memory.language());
        }
        self.findings.extend(later);
    }

    /// Where a place of what was written stands in what was searched.
    fn to_source(&self, place: &Range<usize>, note: &Note, language: Language) -> Range<usize> {
        // How far the end of a placeholder, and all behind it, stands from what was searched.
        let (mut start, mut end) = (None, None);
        let (mut source, mut written) = (0, 0);
        for finding in &self.findings {
            let before = finding.span.start - source;
            let length = finding.slot.placeholder(language).len();
            for (at, to, edge) in [
                (place.start, &mut start, finding.span.start),
                (place.end, &mut end, finding.span.end),
            ] {
                if to.is_none() && at <= written + before {
                    *to = Some(source + at - written);
                } else if to.is_none() && at < written + before + length {
                    *to = Some(edge);
                }
            }
            written += before + length;
            source = finding.span.end;
        }
        assert_eq!(
            self.text.as_str().get(written..),
            note.text.get(source..),
            "a note is what was found and what stands between"
        );
        let behind = |at: usize| source + at - written;
        start.unwrap_or_else(|| behind(place.start))..end.unwrap_or_else(|| behind(place.end))
    }
}

/// The finding in which something of these bytes lies.
fn covering<'a>(findings: &'a [Finding], word: &Range<usize>) -> Option<&'a Finding> {
    let mut findings = findings.iter();
    findings.find(|finding| finding.span.start < word.end && word.start < finding.span.end)
}

/// Where the words of a mark stand in its note.
fn words_of(note: &Note, mark: &Mark) -> impl Iterator<Item = Range<usize>> {
    let start = mark.span.start;
    words(&note.text[mark.span.clone()]).map(move |word| start + word.start..start + word.end)
}

/// The same of the words that tell something: the joints of a name, «von», «&», are left out, and so is what says what follows,
/// where a writer took it into the mark: «Durchwahl 14», «Nr. 88.214», «HRB 30417», «Frau Keller».
fn own_words<'a>(note: &'a Note, mark: &'a Mark) -> impl Iterator<Item = Range<usize>> + 'a {
    words_of(note, mark).filter(move |word| {
        let text = &note.text[word.clone()];
        let is_head = match mark.kind.as_str() {
            "telephone" => is_extension_word(text),
            "number" => is_number_word(text),
            "person" => is_title(text),
            _ => false,
        };
        text.chars().count() > 1 && !is_head && !(mark.kind != "institution" && is_joint(text))
    })
}

/// Whether these are two details of one owner, or somebody and a detail, to which a writer gave one number: «Tel. 27 61 05» and
/// «Fax 30 17 0» have neither a run of letters nor four figures in common, and are no mentions of the same.
fn are_two_details(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let is_detail = |mention: &Mention<'_>| {
        let details = [
            "telephone",
            "number",
            "address",
            "iban",
            "plate",
            "email",
            "web",
        ];
        details.contains(&mention.mark.kind.as_str())
    };
    let runs = |mention: &Mention<'_>| -> BTreeSet<String> {
        let text = mention.text.to_lowercase();
        text.split(|character: char| !character.is_alphanumeric())
            .filter(|run| run.len() > 1)
            .map(str::to_owned)
            .collect()
    };
    let figures = |mention: &Mention<'_>| -> Vec<char> {
        mention.text.chars().filter(char::is_ascii_digit).collect()
    };
    let (left, right) = (figures(one), figures(other));
    let have_four = left
        .windows(4)
        .any(|four| right.windows(4).any(|of| four == of));
    (is_detail(one) || is_detail(other))
        && one.mark.kind != "any"
        && other.mark.kind != "any"
        && !have_four
        && runs(one).is_disjoint(&runs(other))
}

/// Prints of each that has several placeholders what they stand for, in the order of its mentions.
fn show_slots(mentions: &[Mention<'_>], session: &str) {
    let mut entities: BTreeMap<Option<u32>, Vec<&Mention<'_>>> = BTreeMap::new();
    for mention in mentions {
        entities
            .entry(mention.mark.entity)
            .or_default()
            .push(mention);
    }
    for of_one in entities.values() {
        let slots: BTreeSet<SlotKey> = of_one.iter().map(|mention| mention.slot).collect();
        if slots.len() < 2 {
            continue;
        }
        let shown =
            |mention: &&Mention<'_>| format!("«{}» {}", mention.replaced, number(mention.slot));
        let shown: Vec<String> = of_one.iter().map(shown).collect();
        println!("{session} {}: {}", of_one[0].mark.kind, shown.join(", "));
    }
}

/// A slot as it is shown: `Person 2`.
fn number(slot: SlotKey) -> String {
    format!("{:?} {}", slot.kind, slot.number)
}

/// Whether every note is searched without knowing the others of its session, as `anonymise --jsonl` does.
fn is_each_alone() -> bool {
    std::env::var_os("ALONE").is_some()
}

/// A particle of a name, which tells nothing without it.
fn is_joint(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "von"
            | "van"
            | "de"
            | "der"
            | "den"
            | "la"
            | "le"
            | "du"
            | "des"
            | "am"
            | "an"
            | "im"
            | "sur"
            | "les"
            | "da"
            | "di"
            | "zu"
            | "und"
            | "et"
    )
}

/// A word that says that a number follows, and of which register.
fn is_number_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "nr" | "no" | "hrb" | "hra" | "ref" | "az"
    )
}

/// A title that half of all persons have.
fn is_title(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "frau" | "herr" | "hr" | "mme" | "mr" | "mrs" | "ms" | "dr" | "prof"
    )
}

/// A word that says that an extension follows, and nothing of whose it is.
fn is_extension_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "app"
            | "apparat"
            | "durchwahl"
            | "dw"
            | "ext"
            | "extension"
            | "extn"
            | "int"
            | "intern"
            | "internal"
            | "interne"
            | "kl"
            | "klappe"
            | "kurzwahl"
            | "lokal"
            | "nebenst"
            | "nebenstelle"
            | "nst"
            | "poste"
            | "toestel"
            | "wew"
    )
}

/// A legal form beside a name that goes may go with it or stay.
fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "GmbH"
            | "AG"
            | "SA"
            | "SAS"
            | "Sàrl"
            | "SARL"
            | "sàrl"
            | "Ltd"
            | "KG"
            | "SE"
            | "gGmbH"
            | "eG"
            | "eGen"
            | "V"
            | "e"
            | "Co"
    )
}

fn share((part, all): (usize, usize)) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    format!("{:.1} %", 100.0 * part as f64 / all as f64)
}

fn sum(scores: &[(Language, Score)], of: impl Fn(&Score) -> (usize, usize)) -> (usize, usize) {
    scores
        .iter()
        .map(|(_, score)| of(score))
        .fold((0, 0), |sum, next| (sum.0 + next.0, sum.1 + next.1))
}

/// The table of all languages and kinds.
pub fn table(scores: &[(Language, Score)]) -> String {
    let mut table = String::from("| measure | all |");
    for (language, _) in scores {
        let _ = write!(table, " {language} |");
    }
    table.push_str("\n| --- | --- | --- | --- | --- |\n");
    let mut row = |name: &str, of: &dyn Fn(&Score) -> (usize, usize)| {
        let _ = write!(table, "| {name} | {} |", share(sum(scores, of)));
        for (_, score) in scores {
            let _ = write!(table, " {} |", share(of(score)));
        }
        table.push('\n');
    };
    row("found", &Score::recall);
    row("found at once", &|score| score.at_once);
    row("found in hard notes", &|score| score.hard);
    let kinds: BTreeSet<&str> = scores
        .iter()
        .flat_map(|(_, score)| score.kinds.keys())
        .map(String::as_str)
        .collect();
    for kind in kinds {
        row(kind, &|score| {
            score.kinds.get(kind).copied().unwrap_or_default()
        });
    }
    row("notes with a leak", &|score| score.leaks);
    row("the same at once", &|score| score.leaks_at_once);
    row("words lost that had to stay", &|score| score.lost);
    row("of the marked ones", &|score| score.kept);
    row("same entity, same placeholder", &|score| score.same);
    row("the same once asked", &|score| score.same_once_asked);
    row("different entities kept apart", &|score| score.different);
    row("kept apart once asked", &|score| score.different_once_asked);
    table
}

/// The table of what each layer adds.
pub fn layers(rows: &[(&str, Vec<(Language, Score)>)]) -> String {
    let mut table = String::from(
        "| layers | found | in hard notes | notes with a leak | words lost |\n| --- | --- | --- | --- | --- |\n",
    );
    for (name, scores) in rows {
        let _ = writeln!(
            table,
            "| {name} | {} | {} | {} | {} |",
            share(sum(scores, Score::recall)),
            share(sum(scores, |score| score.hard)),
            share(sum(scores, |score| score.leaks)),
            share(sum(scores, |score| score.lost)),
        );
    }
    table
}

/// What must not become worse: the measure, what it is, and the worst that is let through. Raised with every advance.
pub fn held(scores: &[(Language, Score)]) -> Vec<(&'static str, f64, f64)> {
    let missed = |score: &Score| {
        let (found, all) = score.recall();
        (all - found, all)
    };
    let missed_in_hard = |score: &Score| (score.hard.1 - score.hard.0, score.hard.1);
    let confused = |score: &Score| (score.different.1 - score.different.0, score.different.1);
    let part = |(part, all): (usize, usize)| part as f64 / all.max(1) as f64;
    vec![
        ("missed", part(sum(scores, missed)), 0.031),
        (
            "missed in hard notes",
            part(sum(scores, missed_in_hard)),
            0.042,
        ),
        (
            "notes with a leak",
            part(sum(scores, |score| score.leaks)),
            0.050,
        ),
        (
            "missed at once",
            part(sum(scores, |score| {
                (score.at_once.1 - score.at_once.0, score.at_once.1)
            })),
            0.033,
        ),
        (
            "notes with a leak at once",
            part(sum(scores, |score| score.leaks_at_once)),
            0.051,
        ),
        ("words lost", part(sum(scores, |score| score.lost)), 0.014),
        (
            "different entities confused",
            part(sum(scores, confused)),
            0.019,
        ),
    ]
}
