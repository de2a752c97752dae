package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.reading.book.SourceBook.Alignment;
import org.jibao.reading.book.SourceBook.Edge;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Style;
import org.jibao.reading.xlsx.PartHandler;
import org.jibao.reading.xlsx.PartHandler.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Reads how cells look from the part with the styles of an Office Open XML workbook. */
final class BookStyles extends PartHandler {

    static final Alignment NO_ALIGNMENT = new Alignment("", "", false, false, 0, 0);
    static final Edge NO_EDGE = new Edge("none", null);
    private static final List<String> SIDES = List.of("left", "right", "top", "bottom");

    private final BookColours colours;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Font> fonts = new ArrayList<>();
    private final List<@Nullable Integer> fills = new ArrayList<>();
    private final List<List<Edge>> borders = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();
    private BookFont font = new BookFont();
    private String section = "";
    private String side = "";
    private boolean solid;

    BookStyles(BookColours colours) {
        this.colours = colours;
    }

    /** By style number. */
    List<Style> styles() {
        return styles;
    }

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs", "colors" -> section = name;
            case "numFmt" -> format(attributes);
            case "rgbColor" -> colours.addIndexed(text(attributes, "rgb"));
            default -> {
                switch (section) {
                    case "fonts" -> startFont(name, attributes);
                    case "fills" -> startFill(name, attributes);
                    case "borders" -> startBorder(name, attributes);
                    case "cellXfs" -> startStyle(name, attributes);
                    default -> {}
                }
            }
        }
    }

    private void format(Attributes attributes) {
        if (section.equals("numFmts")) {
            formats.put(number(attributes, "numFmtId", 0), text(attributes, "formatCode"));
        }
    }

    private void startFont(String name, Attributes attributes) {
        if (name.equals("font")) {
            font = new BookFont();
        } else {
            font.property(name, attributes, colours);
        }
    }

    private void startFill(String name, Attributes attributes) {
        switch (name) {
            case "fill" -> {
                fills.add(null);
                solid = false;
            }
            case "patternFill" -> solid = text(attributes, "patternType").equals("solid");
            case "fgColor" -> {
                if (solid && !fills.isEmpty()) {
                    fills.set(fills.size() - 1, colours.of(attributes));
                }
            }
            default -> {}
        }
    }

    private void startBorder(String name, Attributes attributes) {
        if (name.equals("border")) {
            borders.add(new ArrayList<>(List.of(NO_EDGE, NO_EDGE, NO_EDGE, NO_EDGE)));
        } else if (name.equals("color")) {
            edge(edge -> new Edge(edge.kind(), colours.of(attributes)));
        } else {
            side = name.equals("start") ? "left" : name.equals("end") ? "right" : name;
            String kind = text(attributes, "style");
            edge(edge -> new Edge(kind.isEmpty() ? "none" : kind, null));
        }
    }

    private void edge(java.util.function.UnaryOperator<Edge> change) {
        int number = SIDES.indexOf(side);
        if (number >= 0 && !borders.isEmpty()) {
            List<Edge> edges = borders.get(borders.size() - 1);
            edges.set(number, change.apply(edges.get(number)));
        }
    }

    private void startStyle(String name, Attributes attributes) {
        switch (name) {
            case "xf" -> styles.add(style(attributes));
            case "alignment" ->
                last(style -> new Style(
                        style.format(),
                        style.builtIn(),
                        style.font(),
                        style.fill(),
                        style.edges(),
                        alignment(attributes),
                        style.locked()));
            case "protection" ->
                last(style -> new Style(
                        style.format(),
                        style.builtIn(),
                        style.font(),
                        style.fill(),
                        style.edges(),
                        style.alignment(),
                        isTrue(XmlAttributes.get(attributes, "locked"), true)));
            default -> {}
        }
    }

    private void last(java.util.function.UnaryOperator<Style> change) {
        if (!styles.isEmpty()) {
            styles.set(styles.size() - 1, change.apply(styles.get(styles.size() - 1)));
        }
    }

    private Style style(Attributes attributes) {
        int number = number(attributes, "numFmtId", 0);
        return new Style(
                formats.get(number),
                number,
                at(fonts, number(attributes, "fontId", 0), BookFont.USUAL),
                fill(number(attributes, "fillId", 0)),
                List.copyOf(
                        at(borders, number(attributes, "borderId", 0), List.of(NO_EDGE, NO_EDGE, NO_EDGE, NO_EDGE))),
                NO_ALIGNMENT,
                true);
    }

    private @Nullable Integer fill(int number) {
        return number >= 0 && number < fills.size() ? fills.get(number) : null;
    }

    private static <T> T at(List<T> list, int number, T missing) {
        return number >= 0 && number < list.size() ? list.get(number) : missing;
    }

    private static Alignment alignment(Attributes attributes) {
        return new Alignment(
                text(attributes, "horizontal"),
                text(attributes, "vertical"),
                isTrue(attributes, "wrapText"),
                isTrue(attributes, "shrinkToFit"),
                number(attributes, "indent", 0),
                number(attributes, "textRotation", 0));
    }

    @Override
    public void end(String name, String words) {
        if (name.equals("font") && section.equals("fonts")) {
            fonts.add(font.font());
        } else if (name.equals(section)) {
            section = "";
        }
    }

    /** A font of an Office Open XML workbook, told property by property. */
    static final class BookFont {

        static final Font USUAL = new BookFont().font();

        private static final String USUAL_NAME = "宋体";
        private static final int LONGEST_NAME = 31;

        private String name = USUAL_NAME;
        private double points = 11;
        private boolean bold;
        private boolean italic;
        private boolean underlined;
        private boolean struckOut;
        private int raised;
        private @Nullable Integer colour;

        void property(String property, Attributes attributes, BookColours colours) {
            String value = XmlAttributes.get(attributes, "val");
            switch (property) {
                case "name", "rFont" -> name = name(value);
                case "sz" -> {
                    Double size = PartHandler.decimal(attributes, "val");
                    points = size == null ? points : Math.min(409, Math.max(1, size));
                }
                case "b" -> bold = PartHandler.isTrue(value, true);
                case "i" -> italic = PartHandler.isTrue(value, true);
                case "u" -> underlined = !"none".equals(value);
                case "strike" -> struckOut = PartHandler.isTrue(value, true);
                case "vertAlign" -> raised = "superscript".equals(value) ? 1 : "subscript".equals(value) ? -1 : 0;
                case "color" -> colour = colours.of(attributes);
                default -> {}
            }
        }

        static String name(@Nullable String given) {
            if (given == null || given.isBlank() || given.length() > LONGEST_NAME) {
                return USUAL_NAME;
            }
            return given.chars().noneMatch(Character::isISOControl) ? given : USUAL_NAME;
        }

        Font font() {
            return new Font(name, points, bold, italic, underlined, struckOut, raised, colour);
        }
    }
}
