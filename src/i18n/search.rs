//! Words for searching.

use super::{Explanation, Text, Value, Words};
use crate::analysis::search::{FILTERS, QueryError, values_of};

impl Words {
    /// Why a query cannot be understood, and what can stand in one.
    pub fn query_error(&self, error: QueryError) -> Explanation {
        match error {
            QueryError::Empty => {
                Explanation::new(self.text(Text::SearchEmpty)).hinting(self.query_grammar())
            }
            QueryError::OnlyUnwanted => Explanation::new(self.text(Text::SearchOnlyUnwanted)),
            QueryError::TooLong => Explanation::new(self.text(Text::SearchTooLong)),
            QueryError::OpenQuotation => Explanation::new(self.text(Text::SearchOpenQuotation)),
            QueryError::UnknownFilter => {
                let filters = [("filters", Value::from(FILTERS.join(", ")))];
                Explanation::new(self.text_with(Text::SearchUnknownFilter, &filters))
                    .hinting(self.query_grammar())
            }
            QueryError::WrongValue(filter) => {
                // What has many values has an example, which need not be one of them.
                let known = values_of(filter);
                let text = match known.as_slice() {
                    [_] => Text::SearchWrongForm,
                    _ => Text::SearchWrongValue,
                };
                let values = [
                    ("filter", Value::from(filter)),
                    ("values", Value::from(known.join(", "))),
                ];
                Explanation::new(self.text_with(text, &values))
            }
        }
    }

    /// What can stand in a query.
    pub fn query_grammar(&self) -> String {
        let filters = FILTERS
            .map(|filter| format!("{filter}:{}", values_of(filter).join("|")))
            .join(" ");
        self.text_with(Text::SearchFilters, &[("filters", Value::from(filters))])
    }
}
