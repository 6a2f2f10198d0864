//! What declarations of CSS say of how an element is shown, as far as they decide whether text is seen. Native only: in the
//! browser the computed style says it.

use crate::page::sight::Sight;

/// Farther than so many pixels to the left or above the page is out of sight.
const OUT_OF_SIGHT: f64 = -500.0;
/// A box of at most so many pixels a side shows nothing.
const NO_SIZE: f64 = 1.0;
/// Text of a smaller size, in pixels, is not there to be read.
const UNREADABLE: f64 = 2.0;
/// What is less opaque than this is not seen.
const LEAST_OPACITY: f64 = 0.02;

/// Properties that decide whether text is seen, or what it is part of.
const PROPERTIES: [&str; 31] = [
    "animation",
    "animation-duration",
    "transition",
    "transition-duration",
    "will-change",
    "background-clip",
    "-webkit-background-clip",
    "bottom",
    "clip",
    "clip-path",
    "color",
    "display",
    "font",
    "font-size",
    "height",
    "left",
    "max-height",
    "max-width",
    "opacity",
    "overflow",
    "overflow-x",
    "overflow-y",
    "position",
    "right",
    "text-decoration",
    "text-decoration-line",
    "text-indent",
    "top",
    "transform",
    "visibility",
    "width",
];

/// The declarations that apply to an element; of two of the same property the later one counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Style<'h>(Vec<(&'static str, &'h str)>);

impl<'h> Style<'h> {
    /// Adds declarations that come after those that are there.
    pub(super) fn extend(&mut self, later: &Self) {
        self.0.extend_from_slice(&later.0);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn value(&self, property: &str) -> Option<&'h str> {
        self.0.iter().rev().find(|(name, _)| *name == property).map(|(_, value)| *value)
    }

    fn is(&self, property: &str, wanted: &str) -> bool {
        self.value(property).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
    }

    fn says(&self, property: &str, word: &str) -> bool {
        self.value(property).is_some_and(|value| value.to_ascii_lowercase().contains(word))
    }

    fn length(&self, property: &str) -> Option<f64> {
        length(self.value(property)?)
    }

    /// Whether it may by itself decide that text is not seen, or that it stands in a line.
    pub(super) fn concerns_text(&self) -> bool {
        self.sight() != Sight::Seen
            || self.has_no_font_size() == Some(true)
            || self.has_no_colour() == Some(true)
            || self.begins_out_of_sight() == Some(true)
            || self.stands_in_line() == Some(true)
            // The rest of what hides a box is often declared apart.
            || ["clip", "clip-path"].iter().any(|property| self.value(property).is_some())
    }

    /// Whether its box stands inside a line of text, where that is said.
    pub(super) fn stands_in_line(&self) -> Option<bool> {
        let display = self.value("display")?.to_ascii_lowercase();
        Some(display.starts_with("inline") || display == "contents")
    }

    /// How the element with all that is in it stands on the page.
    pub(super) fn sight(&self) -> Sight {
        if self.cuts_off() || self.strikes_out() == Some(true) {
            Sight::Unseen
        } else if self.is_transparent() && (self.is_out_of_flow() || !self.is_animated()) {
            Sight::Transparent
        } else {
            Sight::Seen
        }
    }

    /// Whether its text is struck out, where a decoration is declared.
    pub(super) fn strikes_out(&self) -> Option<bool> {
        let line = self.value("text-decoration-line").or_else(|| self.value("text-decoration"))?;
        Some(line.to_ascii_lowercase().contains("line-through"))
    }

    fn is_transparent(&self) -> bool {
        self.value("opacity").and_then(|value| value.parse::<f64>().ok()).is_some_and(|o| o < LEAST_OPACITY)
    }

    /// Whether it is there to change before the reader's eyes.
    fn is_animated(&self) -> bool {
        ["animation", "animation-duration", "transition", "transition-duration", "will-change"]
            .iter()
            .any(|property| self.value(property).is_some_and(|value| !matches!(value, "none" | "0s" | "auto")))
    }

    fn is_out_of_flow(&self) -> bool {
        self.is("position", "absolute") || self.is("position", "fixed")
    }

    /// Whether nothing of its box is to be seen.
    pub(super) fn cuts_off(&self) -> bool {
        let is_out_of_flow = self.is_out_of_flow();
        let is_clipped = is_out_of_flow && self.value("clip").is_some_and(is_empty_rectangle);
        let is_away = is_out_of_flow
            && ["left", "right", "top", "bottom"]
                .iter()
                .any(|side| self.length(side).is_some_and(|at| at < OUT_OF_SIGHT));
        let clips_overflow =
            ["overflow", "overflow-x", "overflow-y"].iter().any(|p| self.says(p, "hidden") || self.says(p, "clip"));
        let has_no_size = clips_overflow
            && ["width", "height", "max-width", "max-height"]
                .iter()
                .any(|p| self.length(p).is_some_and(|l| l <= NO_SIZE));
        let is_shrunk = self.value("transform").is_some_and(|value| value.replace(' ', "").contains("scale(0)"));
        is_shrunk || is_clipped || is_away || has_no_size || self.value("clip-path").is_some_and(is_empty_shape)
    }

    /// Whether the text of the element and of what is in it has no size; nothing where none is declared.
    pub(super) fn has_no_font_size(&self) -> Option<bool> {
        let declared = self.0.iter().rev().find(|(name, _)| matches!(*name, "font" | "font-size"));
        let size = match declared? {
            ("font", value) => value.split_whitespace().find_map(|part| length(part.split('/').next()?))?,
            (_, value) => length(value)?,
        };
        Some(size < UNREADABLE)
    }

    /// Whether the text of the element and of what is in it has no colour; nothing where none is declared. Without one
    /// a background that is cut to the letters is seen.
    pub(super) fn has_no_colour(&self) -> Option<bool> {
        let colour = self.value("color")?.to_ascii_lowercase();
        let parts = colour.strip_suffix(')').and_then(|c| c.rsplit([',', '/', ' ']).next());
        let is_clear = colour == "transparent"
            || (colour.starts_with("rgba(") || colour.contains('/'))
                && parts.is_some_and(|alpha| alpha.trim().trim_end_matches('%').parse() == Ok(0.0));
        Some(is_clear && !self.says("background-clip", "text") && !self.says("-webkit-background-clip", "text"))
    }

    /// Whether the lines of the element begin out of sight; nothing where that is not said.
    pub(super) fn begins_out_of_sight(&self) -> Option<bool> {
        self.length("text-indent").map(|indent| indent < OUT_OF_SIGHT)
    }
}

/// A length in pixels, as far as one can be told without a layout.
fn length(value: &str) -> Option<f64> {
    let value = value.trim();
    let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
    let number: f64 = value[..end].parse().ok()?;
    match value[end..].trim().to_ascii_lowercase().as_str() {
        "" if number == 0.0 => Some(0.0),
        "px" => Some(number),
        "em" | "rem" | "pt" | "ex" | "ch" | "vw" | "vh" => Some(number * 16.0),
        "%" if number <= 0.0 => Some(number * 10.0),
        _ => None,
    }
}

/// Whether a `style` attribute takes an element out of the layout. Rules of style sheets that do so are not believed:
/// many wait for a script, or for a reader who has not paid.
pub(super) fn removes(attribute: &str) -> bool {
    let style = declarations(attribute);
    style.is("display", "none") || style.is("visibility", "hidden")
}

/// Whether a `clip` leaves nothing: `rect(top, right, bottom, left)` whose sides meet.
fn is_empty_rectangle(clip: &str) -> bool {
    let clip = clip.to_ascii_lowercase();
    let Some(sides) = clip.strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')')) else { return false };
    let sides: Vec<f64> = sides.split([',', ' ']).filter_map(length).collect();
    matches!(sides[..], [top, right, bottom, left] if bottom <= top || right <= left)
}

/// Whether a `clip-path` leaves nothing.
fn is_empty_shape(shape: &str) -> bool {
    let shape: String = shape.to_ascii_lowercase().split_whitespace().collect();
    shape.starts_with("inset(50%") || shape.starts_with("inset(100%") || shape.starts_with("circle(0")
}

/// The declarations of a block that decide whether text is seen.
pub(super) fn declarations(block: &str) -> Style<'_> {
    let declared = block.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let name = PROPERTIES.iter().find(|p| p.eq_ignore_ascii_case(name.trim()))?;
        let value = value.trim();
        let value = value.strip_suffix("!important").map_or(value, str::trim_end);
        Some((*name, value))
    });
    Style(declared.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(block: &str) -> Sight {
        declarations(block).sight()
    }

    #[test]
    fn boxes_that_show_nothing_are_known() {
        for block in [
            "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap",
            "position: absolute !important; clip: rect(1px 1px 1px 1px)",
            "POSITION: ABSOLUTE; LEFT: -9999px",
            "position:fixed;top:-100em",
            "clip-path: inset(50%)",
            "transform: scale(0)",
            "height:0;overflow:hidden",
            "max-height: 0px; overflow-y: hidden",
            "text-decoration: line-through",
            "text-decoration-line:underline line-through",
        ] {
            assert_eq!(sight(block), Sight::Unseen, "{block}");
        }
        for block in
            ["opacity:0", "opacity: 0.0; transform: translateY(20px)", "opacity:0;position:absolute;transition:all 1s"]
        {
            assert_eq!(sight(block), Sight::Transparent, "{block}");
        }
        for block in [
            "",
            "left:-9999px",
            "position:absolute;left:-20px",
            "height:0",
            "overflow:hidden;height:200px;width:100%",
            "clip: rect(0,0,0,0)",
            "position:absolute;clip:auto",
            "clip-path: inset(0 0 0 0)",
            "opacity:1",
            "opacity:0;transition:opacity 1s",
            "opacity: 0; animation-duration: 1s",
            "opacity:0;opacity:.9",
            "text-decoration:underline",
        ] {
            assert_eq!(sight(block), Sight::Seen, "{block}");
        }
    }

    #[test]
    fn sizes_and_colours_of_text() {
        let style = declarations;
        assert_eq!(style("font-size:0").has_no_font_size(), Some(true));
        assert_eq!(style("font: 0/0 a").has_no_font_size(), Some(true));
        assert_eq!(style("font: bold 16px serif").has_no_font_size(), Some(false));
        assert_eq!(style("font-size:larger").has_no_font_size(), None);
        assert_eq!(style("color:transparent").has_no_colour(), Some(true));
        assert_eq!(style("color: rgba(0, 0, 0, 0)").has_no_colour(), Some(true));
        assert_eq!(style("color:transparent;-webkit-background-clip:text").has_no_colour(), Some(false));
        assert_eq!(style("color:rgb(0,0,0)").has_no_colour(), Some(false));
        assert_eq!(style("text-indent:-9999px").begins_out_of_sight(), Some(true));
        assert_eq!(style("text-indent:1em").begins_out_of_sight(), Some(false));
    }
}
