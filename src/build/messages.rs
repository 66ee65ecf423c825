//! The messages of a word file: key, arguments, text. Shared by the build script and the test that compares languages.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::{parser, serializer};

/// What stands before and behind the name of a value.
const MARK: char = '\u{1}';

/// A message of a word file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its key, such as `level-working`.
    pub key: String,
    /// The names of the values that are put into it.
    pub arguments: BTreeSet<String>,
    /// The text between the values, in order.
    pub text: Vec<String>,
    /// The whole text with the names of its values between marks, if no value decides what is said beside it.
    pub ready_made: Option<String>,
    /// It alone, as a word file.
    pub source: String,
}

/// The messages of a word file in their order.
///
/// # Errors
///
/// What is no message: broken lines, terms and attributes, which the program does not use. And what refers to another message:
/// each is read alone, so that it would not be found.
pub fn messages(source: &str) -> Result<Vec<Message>, String> {
    let resource = parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(mut message) if message.attributes.is_empty() => {
                // What translators are told stays with them.
                message.comment = None;
                let alone = Resource {
                    body: vec![Entry::Message(message.clone())],
                };
                let key = message.id.name.to_owned();
                let pattern = message.value.ok_or_else(|| format!("{key} has no text"))?;
                let mut message = Message {
                    key,
                    arguments: BTreeSet::new(),
                    text: Vec::new(),
                    ready_made: pattern.elements.iter().map(ready_made).collect(),
                    source: serializer::serialize(&alone),
                };
                message.read(&pattern)?;
                messages.push(message);
            }
            Entry::Message(message) => return Err(format!("{} has an attribute", message.id.name)),
            Entry::Term(term) => return Err(format!("-{} is a term", term.id.name)),
            Entry::Junk { content } => return Err(format!("not understood: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    Ok(messages)
}

/// A text as it is, or the name of a value between marks; nothing for anything else.
fn ready_made(element: &PatternElement<&str>) -> Option<String> {
    match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(format!("{MARK}{}{MARK}", id.name)),
        PatternElement::Placeable { .. } => None,
    }
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push((*value).to_owned()),
                PatternElement::Placeable { expression } => self.read_expression(expression)?,
            }
        }
        Ok(())
    }

    fn read_expression(&mut self, expression: &Expression<&str>) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector)?;
                variants
                    .iter()
                    .try_for_each(|variant| self.read(&variant.value))
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) -> Result<(), String> {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                Ok(())
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_call(arguments),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::MessageReference { id, .. } => {
                Err(format!("{} refers to {}", self.key, id.name))
            }
            InlineExpression::TermReference { id, .. } => {
                Err(format!("{} refers to -{}", self.key, id.name))
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {
                Ok(())
            }
        }
    }

    fn read_call(&mut self, arguments: &CallArguments<&str>) -> Result<(), String> {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments
            .positional
            .iter()
            .chain(named)
            .try_for_each(|argument| self.read_inline(argument))
    }
}
