//! How long a note takes, and how many notes a second go through the filter.
//!
//! `cargo bench --bench anonymise` searches a note of 60 words in three languages, without what was learned and with all
//! layers, and sends records of such notes through the filter. It measures and holds nobody up.
#![expect(
    clippy::print_stdout,
    reason = "the table is what the benchmark is for"
)]

use std::io;
use std::time::{Duration, Instant};

use leitfaden::anonymise::{Certainty, Layers, Memory, ProtectedWords, redact_whole};
use leitfaden::language::Language;
use leitfaden::operations::anonymise::{Filter, LineEnds, records, text};

/// How often a note is searched.
const TIMES: usize = 201;
/// How many records go through the filter.
const RECORDS: usize = 2_000;

/// Notes of 60 words; every name in them is invented.
const NOTES: [(Language, &str); 3] = [
    (
        Language::De,
        "Die Zusammenarbeit kam über Herrn Kernhofler von der Brunnwald Technik AG zustande, der die Partner in Lahr \
         schon kannte; ohne ihn wäre nichts passiert, sagt die Geschäftsführerin. Anfangs trafen sich vier Betriebe alle \
         zwei Monate, später übernahm das Netzwerk die Sitzungen und das Protokoll. Offen bleibt, wer nach dem Ende der \
         Förderung die halbe Stelle bezahlt; Kernhofler will im Herbst einen Vorschlag machen, per Mail.",
    ),
    (
        Language::Fr,
        "La coopération est née grâce à Mme Brunevalle de la société Voltarine SA, qui connaissait déjà les partenaires \
         de Colmar ; sans elle rien ne se serait passé, dit le directeur. Au début quatre entreprises se voyaient tous \
         les deux mois, ensuite le réseau a repris les séances et le procès-verbal. Reste à savoir qui paiera le \
         demi-poste après la fin des aides ; Brunevalle fera une proposition.",
    ),
    (
        Language::En,
        "The cooperation came about through Mr Kernhofler of Brunnwald Technik Ltd, who already knew the partners in \
         Freiburg; without him nothing would have happened, says the managing director. At first four firms met every \
         two months, later the network took over the meetings and the minutes. It is open who will pay for the half \
         post when the funding ends; Kernhofler wants to make a proposal in autumn.",
    ),
];

fn main() {
    let without_model = Layers {
        model: false,
        ..Layers::ALL
    };
    println!("| measure | median |\n| --- | --- |");
    for (language, note) in NOTES {
        for (name, layers) in [
            ("announced names and contacts alone", Layers::NONE),
            ("without the model", without_model),
            ("all layers", Layers::ALL),
        ] {
            let time = median(|| {
                let mut memory = Memory::new(language).with_layers(layers);
                redact_whole(note, &mut memory);
            });
            let milliseconds = time.as_secs_f64() * 1_000.0;
            println!(
                "| a note of 60 words, {}, {name} | {milliseconds:.3} ms |",
                language.tag()
            );
        }
    }
    let protected = ProtectedWords::parse("Anna Muster\ninstitution: Verband der Holzindustrie\n");
    let filter = Filter {
        language: Language::De,
        certainty: Certainty::Likely,
        protected: &protected,
        line_ends: LineEnds::Meant,
    };
    let (mut lines, mut paragraphs) = (String::new(), String::new());
    for (id, (language, note)) in NOTES.iter().cycle().take(RECORDS).enumerate() {
        let record = format!(
            "{{\"id\":{id},\"lang\":\"{}\",\"text\":\"{note}\"}}\n",
            language.tag()
        );
        lines.push_str(&record);
        paragraphs.push_str(note);
        paragraphs.push_str("\n\n");
    }
    print_rate("records", || {
        records(lines.as_bytes(), &mut io::sink(), &filter).is_ok()
    });
    print_rate("plain text", || {
        text(paragraphs.as_bytes(), &mut io::sink(), &filter).is_ok()
    });
}

/// The median time of an action.
fn median(action: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            action();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(TIMES / 2).copied().unwrap_or_default()
}

fn print_rate(name: &str, filter: impl Fn() -> bool) {
    let begun = Instant::now();
    assert!(filter(), "the notes are in order");
    let rate =
        f64::from(u32::try_from(RECORDS).unwrap_or(u32::MAX)) / begun.elapsed().as_secs_f64();
    println!("| the filter, {name}, notes of 60 words | {rate:.0} a second |");
}
