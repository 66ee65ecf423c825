//! The report and the sheets of cases in a real browser: that they run nothing, fetch nothing, and are printed on A4; the
//! sheets as documents in a real word processor.
//!
//! Without Chromium, or a word processor with letters as wide as those of the documents, the tests say so and hold nothing.
#![expect(clippy::print_stderr, reason = "a test that cannot be made says so")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The names under which Chromium is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Runs the program with its own home.
fn run(home: &Path, arguments: &[&str]) {
    let ran = Command::new(env!("CARGO_BIN_EXE_leitfaden"))
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .env("LANG", "de_CH.UTF-8")
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
}

/// The report of the sample study at a level, in a folder of its own.
fn report(level: &str) -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a temporary folder");
    run(home.path(), &["demo", "-o", "copy"]);
    let line = "--study copy report -o report.html --level";
    let arguments: Vec<&str> = line.split(' ').chain([level]).collect();
    run(home.path(), &arguments);
    let path = home.path().join("report.html");
    (home, path)
}

/// Runs Chromium on a page; nothing if it is not installed.
fn browse(home: &Path, arguments: &[&str], page: &Path) -> Option<String> {
    let search = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&search)
        .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    let Some(browser) = found else {
        eprintln!("Chromium is not installed: the report is not looked at in a browser.");
        return None;
    };
    let ran = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ])
        .args([
            "--hide-scrollbars",
            "--enable-logging=stderr",
            "--virtual-time-budget=2000",
        ])
        .arg(format!(
            "--user-data-dir={}",
            home.join("profile").display()
        ))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .env("HOME", home)
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .expect("Chromium starts");
    let said = String::from_utf8_lossy(&ran.stderr);
    let complaints: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("CONSOLE"))
        .collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[test]
fn a_browser_shows_curve_bars_and_matrix() {
    let (home, page) = report("working");
    let Some(document) = browse(home.path(), &["--dump-dom"], &page) else {
        return;
    };
    for part in [
        "<polyline",
        "svg class=\"bar\"",
        "id=\"matrix\"",
        "K-1",
        "P-2",
    ] {
        assert!(document.contains(part), "{part}");
    }
}

#[test]
fn a_page_is_drawn_light_and_dark() {
    let (home, page) = report("working");
    let mut pictures = Vec::new();
    for (name, scheme) in [("light.png", "1"), ("dark.png", "0")] {
        let picture = home.path().join(name);
        let arguments = [
            format!("--screenshot={}", picture.display()),
            "--window-size=1000,1400".to_owned(),
            format!("--blink-settings=preferredColorScheme={scheme}"),
        ];
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        if browse(home.path(), &arguments, &page).is_none() {
            return;
        }
        pictures.push(fs::read(picture).expect("a picture"));
        keep(&home.path().join(name));
    }
    assert!(pictures.iter().all(|picture| picture.len() > 20_000));
    assert_ne!(pictures[0], pictures[1]);
}

#[test]
fn the_report_is_printed_on_a4_and_its_matrix_across() {
    let (home, page) = report("archive");
    let Some(pdf) = printed(home.path(), &page, "report.pdf") else {
        return;
    };
    let pages = pages(&pdf);
    let is_across = |size: &String| size.starts_with("[0 0 841.") || size.starts_with("[0 0 842");
    assert!(!pages.is_empty());
    assert!(
        pages.iter().all(|size| is_upright(size) || is_across(size)),
        "{pages:?}"
    );
    assert!(pages.iter().any(|size| is_upright(size)), "{pages:?}");
    assert!(pages.iter().any(is_across), "{pages:?}");
}

#[test]
fn the_sheet_of_every_case_is_printed_on_one_page_of_a4() {
    let home = tempfile::tempdir().expect("a temporary folder");
    run(home.path(), &["demo", "-o", "copy"]);
    for language in ["de", "fr"] {
        let line = format!(
            "--lang {language} --study copy rap --level working --format html --force -o sheets/"
        );
        run(home.path(), &line.split(' ').collect::<Vec<&str>>());
        for case in ["K", "L", "M", "N", "O", "P"] {
            let page = home.path().join(format!("sheets/rap-{case}-working.html"));
            let name = format!("rap-{case}-{language}.pdf");
            let Some(pdf) = printed(home.path(), &page, &name) else {
                return;
            };
            let pages = pages(&pdf);
            assert!(
                pages.len() == 1 && is_upright(&pages[0]),
                "{case} {language}: {pages:?}"
            );
        }
    }
}

#[test]
fn the_sheet_of_every_case_takes_one_page_as_a_document_too() {
    let home = tempfile::tempdir().expect("a temporary folder");
    run(home.path(), &["demo", "-o", "copy"]);
    let line = "--lang de --study copy rap --level working --format docx -o sheets/";
    run(home.path(), &line.split(' ').collect::<Vec<&str>>());
    let cases = ["K", "L", "M", "N", "O", "P"];
    let name = |case: &str, form: &str| format!("sheets/rap-{case}-working.{form}");
    let documents = cases.map(|case| name(case, "docx"));
    if !set_by_office(home.path(), &documents) {
        return;
    }
    for case in cases {
        let file = home.path().join(name(case, "pdf"));
        keep(&file);
        let pdf = fs::read(file).expect("a document");
        let pages = String::from_utf8_lossy(&pdf).matches("/Type/Page/").count();
        assert_eq!(pages, 1, "{case}");
    }
}

/// Has a word processor set documents as pages beside them; tells whether one is there with letters that are as wide as those
/// that the documents name.
fn set_by_office(home: &Path, documents: &[String]) -> bool {
    let letters = Command::new("fc-match").arg("Calibri").output();
    let letters = letters.map_or_else(|_| Vec::new(), |found| found.stdout);
    let letters = String::from_utf8_lossy(&letters).into_owned();
    let profile = format!("-env:UserInstallation=file://{}/office", home.display());
    let mut office = Command::new("soffice");
    office
        .args([&profile, "--headless", "--convert-to", "pdf"])
        .args(["--outdir", "sheets"])
        .args(documents)
        .env("HOME", home)
        .current_dir(home)
        .stdin(Stdio::null());
    let has_letters = letters.contains("Carlito") || letters.contains("Calibri");
    let set = has_letters.then(|| office.output());
    let Some(Ok(set)) = set else {
        eprintln!("LibreOffice is not installed: the documents are not looked at in it.");
        return false;
    };
    let said = String::from_utf8_lossy(&set.stderr);
    assert!(set.status.success(), "{said}");
    true
}

/// Prints a page as a document; nothing without a browser.
fn printed(home: &Path, page: &Path, name: &str) -> Option<Vec<u8>> {
    let document = home.join(name);
    let print = format!("--print-to-pdf={}", document.display());
    browse(home, &[&print, "--no-pdf-header-footer"], page)?;
    keep(&document);
    Some(fs::read(&document).expect("a document"))
}

/// The sizes of the pages of a printed document.
fn pages(pdf: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(pdf);
    let sizes = text.split("/MediaBox").skip(1);
    let sizes = sizes.filter_map(|behind| behind.split_once(']').map(|(size, _)| size.trim()));
    sizes.map(str::to_owned).collect()
}

fn is_upright(size: &str) -> bool {
    size.starts_with("[0 0 594.") || size.starts_with("[0 0 595")
}

/// Keeps a picture for people to look at, if they say where.
fn keep(file: &Path) {
    let (Some(folder), Some(name)) = (env::var_os("LEITFADEN_PICTURES"), file.file_name()) else {
        return;
    };
    fs::copy(file, Path::new(&folder).join(name)).expect("a copy of the picture");
}
