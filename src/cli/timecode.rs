//! Reads a moment of an interview from the command line.

use crate::operations::note::Moment;

/// Reads `#hh:mm:ss-t#` as a place in the recording, and `hh:mm:ss` or `mm:ss` as a time of the interview.
pub(super) fn moment(text: &str) -> Result<Moment, &'static str> {
    let fault =
        "a moment is #hh:mm:ss-t# in the recording, or hh:mm:ss or mm:ss since the interview began";
    let read = match text
        .strip_prefix('#')
        .and_then(|rest| rest.strip_suffix('#'))
    {
        Some(code) => recording(code).map(Moment::InRecording),
        None => interview(text).map(Moment::InInterview),
    };
    read.ok_or(fault)
}

fn recording(code: &str) -> Option<u64> {
    let (clock, tenth) = code.rsplit_once('-')?;
    let [hours, minutes, seconds] = numbers(clock)?;
    let tenth = number(tenth, 1, 9)?;
    Some(milliseconds(hours, minutes, seconds)? + tenth * 100)
}

fn interview(text: &str) -> Option<u64> {
    if let Some([hours, minutes, seconds]) = numbers(text) {
        return milliseconds(hours, minutes, seconds);
    }
    let (minutes, seconds) = text.split_once(':')?;
    milliseconds(0, number(minutes, 2, 59)?, number(seconds, 2, 59)?)
}

/// `hh:mm:ss`.
fn numbers(clock: &str) -> Option<[u64; 3]> {
    let mut parts = clock.split(':');
    let mut next = |most| parts.next().and_then(|part| number(part, 2, most));
    let read = [next(99)?, next(59)?, next(59)?];
    parts.next().is_none().then_some(read)
}

fn number(text: &str, digits: usize, most: u64) -> Option<u64> {
    let is_number = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok()?;
    (is_number && number <= most).then_some(number)
}

fn milliseconds(hours: u64, minutes: u64, seconds: u64) -> Option<u64> {
    hours
        .checked_mul(60)?
        .checked_add(minutes)?
        .checked_mul(60)?
        .checked_add(seconds)?
        .checked_mul(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timecode_is_a_place_in_the_recording() {
        assert_eq!(moment("#00:01:02-3#"), Ok(Moment::InRecording(62_300)));
        assert_eq!(moment("#25:00:00-0#"), Ok(Moment::InRecording(90_000_000)));
    }

    #[test]
    fn a_plain_time_is_a_time_of_the_interview() {
        assert_eq!(moment("00:01:02"), Ok(Moment::InInterview(62_000)));
        assert_eq!(moment("1:02"), Ok(Moment::InInterview(62_000)));
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
            "#00:01:02-10#",
            "-1:00",
            "+1:00",
            "1:-2",
            "999:00",
            "٣:٠٠",
        ] {
            assert!(moment(wrong).is_err(), "{wrong}");
        }
    }
}
