# The report over all interviews as a page.

overview-title = Report over all interviews: { $guide }
overview-numbers = The numbers
overview-curve = { $codes } different codes after { $interviews } interviews
report-written = Written: { $path }
