# The report over all interviews as a page.

overview-title = Report over all interviews: { $guide }
overview-numbers = The numbers
overview-curve = { $codes ->
        [one] 1 code
       *[other] { $codes } different codes
    } after { $interviews ->
        [one] 1 interview
       *[other] { $interviews } interviews
    }
report-written = Written: { $path }
