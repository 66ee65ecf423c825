# Writing from the recording.

player-title = From the recording
player-hint = The path of the sound file, hidden: it stays in memory, is never written and never shown. Dropping a file into the window works too.
player-recording = Recording { $number } of { $count }
player-path = File:
player-not-installed = mpv is not installed; all else works. Such as: apt install mpv, dnf install mpv, brew install mpv.
player-not-started = The player could not be started. Does mpv run in a terminal?
player-not-found = No player listens at the socket. Does mpv run with --input-ipc-server?
player-no-file = This file cannot be read. Alt-Shift-R asks again.
player-not-playable = There is nothing in this file that the player can play. Alt-Shift-R asks again.
player-gone = The player is gone. The notes are here; Alt-Shift-R begins again.
player-hung = The player does not answer any more. The notes are here; Alt-Shift-R begins again.
player-no-mpv = What answers there is no mpv.
player-refused = The player cannot do that now.
player-unix-only = On this system the player cannot be steered; all else works.
notice-not-listening = No recording is listened to: Alt-Shift-R.
notice-recording-assumed = No recording was marked: it is taken to begin with the interview (Alt-Shift-F corrects).
notice-not-in-recording = This place lies in no recording.
notice-other-recording = This place lies in recording { $about }.
notice-no-gap = No place that was not understood is open.
