//! Places in a recording and times of an interview as they are written: the one writer and the one reader.

/// Whether a moment was given as a place in a recording or as a time of the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A place in a recording.
    InRecording {
        /// Which recording, from 1.
        number: usize,
        /// Milliseconds since its beginning.
        at_ms: u64,
    },
    /// Milliseconds since the interview began.
    InInterview(u64),
}

/// What is no moment: neither `#hh:mm:ss-t#`, alone or after the number of a recording and a colon, nor `hh:mm:ss` or
/// `mm:ss`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a moment is #hh:mm:ss-t# in the recording (2:#hh:mm:ss-t# in the second), or hh:mm:ss or mm:ss since the \
     interview began"
)]
pub struct NoMoment;

/// The last tenth of a second that two digits for the hours can say.
const LAST_TENTH: u64 = 100 * 3_600 * 10 - 1;

/// A place in a recording as f4 writes it, `#hh:mm:ss-t#`, with tenths cut off so that it never lies after the event.
pub fn timecode(milliseconds: u64) -> String {
    let mut code = String::with_capacity("#hh:mm:ss-t#".len());
    append_timecode(milliseconds, &mut code);
    code
}

/// A time of the interview, `hh:mm:ss`.
pub fn hours(milliseconds: u64) -> String {
    let mut time = String::with_capacity("hh:mm:ss".len());
    append_hours(milliseconds, &mut time);
    time
}

/// A place in one of several recordings: that of the first as f4 writes it, that of another after its number.
pub fn numbered_timecode(number: usize, milliseconds: u64) -> String {
    let mut code = String::new();
    append_numbered_timecode(number, milliseconds, &mut code);
    code
}

/// Appends a place in one of several recordings.
pub fn append_numbered_timecode(number: usize, milliseconds: u64, to: &mut String) {
    if number != 1 {
        append_number(u64::try_from(number).unwrap_or(u64::MAX), to);
        to.push(':');
    }
    append_timecode(milliseconds, to);
}

fn append_timecode(milliseconds: u64, to: &mut String) {
    let tenths = (milliseconds / 100).min(LAST_TENTH);
    to.push('#');
    append_hours(tenths / 10 * 1_000, to);
    to.push('-');
    to.push(digit(tenths));
    to.push('#');
}

/// Appends a time of the interview: in a list there are thousands.
pub fn append_hours(milliseconds: u64, to: &mut String) {
    let seconds = milliseconds / 1_000;
    let hours = seconds / 3_600;
    if hours >= 100 {
        append_number(hours / 100, to);
    }
    for (place, number) in [hours, seconds / 60 % 60, seconds % 60]
        .into_iter()
        .enumerate()
    {
        if place > 0 {
            to.push(':');
        }
        to.push(digit(number / 10));
        to.push(digit(number));
    }
}

/// Appends a number.
pub(super) fn append_number(number: u64, to: &mut String) {
    if number >= 10 {
        append_number(number / 10, to);
    }
    to.push(digit(number));
}

/// The last digit of a number.
fn digit(number: u64) -> char {
    u32::try_from(number % 10)
        .ok()
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or('0')
}

/// Reads `#hh:mm:ss-t#` as a place in the first recording, `2:#hh:mm:ss-t#` as one in the second, and `hh:mm:ss` or
/// `mm:ss` as a time of the interview.
///
/// # Errors
///
/// If it is none of them.
pub fn read_moment(text: &str) -> Result<Moment, NoMoment> {
    let (number, code) = match text.split_once(":#") {
        Some((number, code)) => (read_number(number), code),
        None => (Some(1), text.strip_prefix('#').unwrap_or_default()),
    };
    let place = code.strip_suffix('#').and_then(place);
    if let (Some(number), Some(at_ms)) = (number, place) {
        return Ok(Moment::InRecording { number, at_ms });
    }
    time(text).map(Moment::InInterview).ok_or(NoMoment)
}

/// `hh:mm:ss-t`, two digits each and one.
fn place(code: &str) -> Option<u64> {
    let (clock, tenth) = code.split_once('-')?;
    let is_exact = clock.len() == 8 && tenth.len() == 1;
    let milliseconds = is_exact.then(|| hms(clock)).flatten()?;
    Some(milliseconds + digits(tenth, 1, 9)? * 100)
}

/// `hh:mm:ss` or `mm:ss`.
fn time(text: &str) -> Option<u64> {
    hms(text).or_else(|| {
        let (minutes, seconds) = text.split_once(':')?;
        Some((digits(minutes, 2, 59)? * 60 + digits(seconds, 2, 59)?) * 1_000)
    })
}

fn hms(clock: &str) -> Option<u64> {
    let mut parts = clock.split(':');
    let mut next = |most| parts.next().and_then(|part| digits(part, 2, most));
    let (hours, minutes, seconds) = (next(99)?, next(59)?, next(59)?);
    let is_all = parts.next().is_none();
    is_all.then_some(((hours * 60 + minutes) * 60 + seconds) * 1_000)
}

fn read_number(text: &str) -> Option<usize> {
    usize::try_from(digits(text, 3, 999)?)
        .ok()
        .filter(|number| *number > 0)
}

/// A number of at most so many plain digits, and not above `most`.
fn digits(text: &str, most_digits: usize, most: u64) -> Option<u64> {
    let is_number = text.len() <= most_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok()?;
    (is_number && number <= most).then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn recording(number: usize, at_ms: u64) -> Moment {
        Moment::InRecording { number, at_ms }
    }

    #[test]
    fn a_timecode_never_lies_after_its_event() {
        assert_eq!(timecode(62_399), "#00:01:02-3#");
        assert_eq!(timecode(0), "#00:00:00-0#");
        assert_eq!(timecode(3_600_000 * 25), "#25:00:00-0#");
        assert_eq!(timecode(u64::MAX), "#99:59:59-9#");
        assert_eq!(hours(3_600_000 * 1_234 + 61_000), "1234:01:01");
    }

    #[test]
    fn a_timecode_is_a_place_in_the_recording() {
        assert_eq!(read_moment("#00:01:02-3#"), Ok(recording(1, 62_300)));
        assert_eq!(read_moment("#25:00:00-0#"), Ok(recording(1, 90_000_000)));
        assert_eq!(read_moment("2:#00:00:01-0#"), Ok(recording(2, 1_000)));
    }

    #[test]
    fn a_plain_time_is_a_time_of_the_interview() {
        assert_eq!(read_moment("00:01:02"), Ok(Moment::InInterview(62_000)));
        assert_eq!(read_moment("1:02"), Ok(Moment::InInterview(62_000)));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for wrong in [
            "",
            "#",
            "##",
            "noon",
            "1",
            "00:61:00",
            "00:00:60",
            "1:2:3:4",
            "#00:01:02#",
            "#0:01:02-3#",
            "#00:01:02-10#",
            "#00:01:02-3",
            "00:01:02-3#",
            "0:#00:01:02-3#",
            "x:#00:01:02-3#",
            "-1:00",
            "+1:00",
            "1:-2",
            "999:00",
            "٣:٠٠",
        ] {
            assert_eq!(read_moment(wrong), Err(NoMoment), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_timecode_that_is_written_is_read_again_to_the_tenth(
            number in 1_usize..1_000,
            at_ms in 0_u64..LAST_TENTH * 100,
        ) {
            let written = numbered_timecode(number, at_ms);
            prop_assert_eq!(read_moment(&written), Ok(recording(number, at_ms / 100 * 100)));
        }

        #[test]
        fn whatever_is_given_is_read_or_refused(text in "[#:0-9-]{0,16}|.{0,8}") {
            let _ = read_moment(&text);
        }
    }
}
