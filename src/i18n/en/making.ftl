# Guides that begin: new, from a codebook, from Markdown; and the comparison of two.

guide-same = The guides say the same
guide-moved = stands elsewhere
guide-made = { $path }: { $blocks ->
        [one] 1 block
       *[other] { $blocks } blocks
    }, { $topics ->
        [one] 1 topic
       *[other] { $topics } topics
    }, { $codes ->
        [one] 1 code
       *[other] { $codes } codes
    }
guide-made-language = Language of the guide: { $language }; --guide-lang chooses another
guide-made-hint = Go on in a text editor; what is missing is said by: leitfaden guide check { $path }
guide-exists-hint = A guide is never replaced; choose another name
guide-unknown-kind = { $path } is neither a codebook nor Markdown
guide-unknown-kind-hint = Files that end with .qdc or .md are read
guide-not-taken-over = { $path } cannot be taken over
guide-makes-none = what was read makes no valid guide
guide-to-write-title = New guide
guide-to-write-block = First block
guide-to-write-goal = What this block is asked for (to be written).
guide-to-write-topic = First topic
guide-to-write-question = Open main question (to be written)?
guide-to-write-controller = the institution that is responsible (to be written)
import-no-xml = no XML at byte { $at }
import-no-codebook = the file holds no codebook (CodeBook)
import-no-name = the code at byte { $at } has no name
import-empty = the codebook is empty
import-too-deep = codes stand too deep in one another
import-too-many = there are too many codes
import-second-title = line { $line }: a guide has one title (#)
import-topic-outside-block = line { $line }: a topic (###) stands in a block (##)
import-list-outside-topic = line { $line }: a list holds the probes of a topic (###), or codes
import-second-question = line { $line }: a topic has one main question; the rest is a probe (-) or a hint (>)
import-no-code = line { $line }: a code is an id in backquotes and a label: “- `a.b` Label”
import-empty-heading = line { $line }: the heading is empty
import-no-minutes = line { $line }: minutes are numbers, on site and by phone: (10/8)
import-heading-too-deep = line { $line }: there is no heading below a topic (###)
import-no-block = the text has no block (##)
guide-sets-left-out = { $count ->
        [one] One set of codes was left out; a guide has none
       *[other] { $count } sets of codes were left out; a guide has none
    }
