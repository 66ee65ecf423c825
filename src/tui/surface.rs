//! The screen, drawn by panes: only what changed is drawn, compared and sent.
//!
//! A frame is [`Surface::begin`], a call of [`Surface::pane`] for each pane, [`Surface::cursor`] and
//! [`Surface::flush`]. A pane is drawn only when its view or its place differs from the last frame; what it drew is
//! kept as a picture of its own, so that panes may overlap (the later lies above) and may come and go. Then the touched
//! rows are put together, compared with what the terminal shows, and the difference goes out in one write.
//!
//! Keeps out: what the panes show, and the modes of the terminal.

use std::any::Any;
use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use self::glyph::{Glyph, Glyphs};
use self::pen::Pen;
use self::screen::Screen;
use self::sheet::Sheet;

mod glyph;
mod palette;
mod pen;
mod screen;
mod sheet;
#[cfg(test)]
mod tests;

pub use self::glyph::is_plain;
pub use self::palette::Palette;

/// The largest screen that is drawn on: a terminal that reports a monstrous size must not exhaust the memory.
const LARGEST: Size = Size::new(1_000, 400);

/// Which pane: a name, used once in a frame.
pub type PaneId = &'static str;

/// What a pane drew, and from what.
struct Picture {
    id: PaneId,
    view: Box<dyn Any>,
    /// Also says where the pane lies.
    sheet: Sheet,
}

impl Picture {
    /// Draws another view in the place of this one and touches the rows that then differ; says whether it is another.
    fn draw_anew<V: PartialEq + 'static>(
        &mut self,
        view: V,
        draw: fn(&V, Rect, &mut Buffer),
        desk: &mut Desk,
        screen: &mut Screen,
    ) -> bool {
        if self.view.downcast_ref() == Some(&view) {
            return false;
        }
        desk.draw(&view, draw, &mut self.sheet, |y| screen.touch_row(y));
        self.view = Box::new(view);
        true
    }
}

/// Where panes are drawn, row by row: a whole pane in cells as `ratatui` has them would be a hundred kilobytes.
struct Desk {
    /// What a pane draws a row on, whatever was on it.
    fresh: Buffer,
    /// The same row, as it is kept.
    row: Vec<Glyph>,
    glyphs: Glyphs,
}

impl Desk {
    /// Draws a view on a sheet, and calls `changed` with each row of the screen that then differs.
    fn draw<V>(
        &mut self,
        view: &V,
        draw: fn(&V, Rect, &mut Buffer),
        sheet: &mut Sheet,
        mut changed: impl FnMut(u16),
    ) {
        let area = sheet.area();
        for y in area.top()..area.bottom() {
            self.fresh.resize(Rect {
                y,
                height: 1,
                ..area
            });
            self.fresh.reset();
            draw(view, area, &mut self.fresh);
            self.row.clear();
            let cells = self.fresh.content.iter();
            self.row.extend(cells.map(|cell| self.glyphs.glyph(cell)));
            if sheet.put_row(y, &self.row) {
                changed(y);
            }
        }
    }
}

/// A screen that remembers what the terminal shows.
pub struct Surface<W: Write> {
    pen: Pen<W>,
    screen: Screen,
    /// The panes of the frame before, as far as this frame did not take them over; each keeps its number.
    before: Vec<Option<Picture>>,
    /// The panes of this frame, from the lowest to the topmost.
    panes: Vec<Picture>,
    desk: Desk,
    cursor: Option<Position>,
}

impl<W: Write> Surface<W> {
    /// A surface that writes to `out` in the colours that its terminal has. Nothing is written before the first flush.
    pub fn new(out: W, palette: Palette) -> Self {
        Self {
            pen: Pen::new(out, palette),
            screen: Screen::new(Size::ZERO),
            before: Vec::new(),
            panes: Vec::new(),
            desk: Desk {
                fresh: Buffer::default(),
                row: Vec::new(),
                glyphs: Glyphs::new(),
            },
            cursor: None,
        }
    }

    /// Begins a frame; another size than before repaints everything, and so do very many clusters of characters shown.
    pub fn begin(&mut self, size: Size) {
        let size = Size::new(
            size.width.min(LARGEST.width),
            size.height.min(LARGEST.height),
        );
        let is_full = self.desk.glyphs.are_many();
        if is_full {
            self.desk.glyphs = Glyphs::new();
        }
        if is_full || size != self.screen.size() {
            self.screen = Screen::new(size);
            self.panes.clear();
            self.repaint();
        }
        self.before = self.panes.drain(..).map(Some).collect();
        self.cursor = None;
    }

    /// Shows a pane in `area`, above the panes so far.
    ///
    /// `draw` draws a row of the view, which lies in an area: the one that the buffer covers. It is asked for each row in
    /// turn, and only when the view or the area differs from the last frame. Areas are cut to the screen.
    pub fn pane<V: PartialEq + 'static>(
        &mut self,
        id: PaneId,
        area: Rect,
        view: V,
        draw: fn(&V, Rect, &mut Buffer),
    ) {
        let area = area.intersection(self.screen.area());
        let number = self.panes.len();
        let earlier = self
            .before
            .iter_mut()
            .enumerate()
            .find(|(_, picture)| picture.as_ref().is_some_and(|picture| picture.id == id));
        let (earlier_number, earlier) = match earlier {
            Some((number, picture)) => (Some(number), picture.take()),
            None => (None, None),
        };
        match earlier {
            Some(mut picture) if picture.sheet.area() == area => {
                // A pane that comes earlier or later than it did may lie above or below others.
                if earlier_number != Some(number) {
                    self.screen.touch(area);
                }
                picture.draw_anew(view, draw, &mut self.desk, &mut self.screen);
                self.panes.push(picture);
                return;
            }
            Some(picture) => self.screen.touch(picture.sheet.area()),
            None => {}
        }
        let mut sheet = Sheet::new(area);
        self.desk.draw(&view, draw, &mut sheet, |_| {});
        self.screen.touch(area);
        self.panes.push(Picture {
            id,
            view: Box::new(view),
            sheet,
        });
    }

    /// Draws a pane of the last frame anew where it lies, between two frames; says whether there was something to draw.
    ///
    /// There is not if the view is the same, or if the last frame showed no such pane in this area.
    pub fn redraw<V: PartialEq + 'static>(
        &mut self,
        id: PaneId,
        area: Rect,
        view: V,
        draw: fn(&V, Rect, &mut Buffer),
    ) -> bool {
        let picture = self
            .panes
            .iter_mut()
            .find(|picture| picture.id == id && picture.sheet.area() == area);
        picture
            .is_some_and(|picture| picture.draw_anew(view, draw, &mut self.desk, &mut self.screen))
    }

    /// Shows a character at the cursor before a frame does, if it is a plain one and there is room behind the cursor. The
    /// next frame puts its row right where it shows anything else.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to. The next frame is then painted whole.
    pub fn type_ahead(&mut self, character: char) -> io::Result<()> {
        let Some(at) = self.cursor else { return Ok(()) };
        if !self
            .screen
            .type_ahead(at, character, &mut self.pen, &self.desk.glyphs)
        {
            return Ok(());
        }
        self.cursor = Some(Position::new(at.x + 1, at.y));
        self.pen.show_cursor(self.cursor);
        let sent = self.pen.flush();
        if sent.is_err() {
            self.repaint();
        }
        sent
    }

    /// Shows the cursor at `position`, if the screen reaches so far, or hides it.
    pub fn cursor(&mut self, position: Option<Position>) {
        let area = self.screen.area();
        self.cursor = position.filter(|&position| area.contains(position));
    }

    /// Sends what differs from what the terminal shows, all in one write; nothing, if nothing differs.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to. The next frame is then painted whole.
    pub fn flush(&mut self) -> io::Result<()> {
        for gone in self.before.drain(..).flatten() {
            self.screen.touch(gone.sheet.area());
        }
        let sheets: Vec<&Sheet> = self.panes.iter().map(|pane| &pane.sheet).collect();
        self.screen.send(&sheets, &mut self.pen, &self.desk.glyphs);
        self.pen.show_cursor(self.cursor);
        let sent = self.pen.flush();
        if sent.is_err() {
            self.repaint();
        }
        sent
    }

    /// Forgets what the terminal shows, so that the next flush paints everything: after the terminal was someone
    /// else's.
    pub fn repaint(&mut self) {
        self.screen.forget();
        self.pen.forget();
    }

    /// What was written to, for what goes past the surface.
    #[cfg(test)]
    pub(crate) const fn out(&mut self) -> &mut W {
        self.pen.out()
    }
}
