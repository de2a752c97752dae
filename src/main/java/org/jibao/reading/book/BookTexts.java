package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.List;
import org.jibao.reading.book.BookStyles.BookFont;
import org.jibao.reading.book.SourceBook.Font;
import org.jibao.reading.book.SourceBook.Run;
import org.jibao.reading.workbook.Escapes;
import org.jibao.reading.xlsx.PartHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Reads the shared texts of an Office Open XML workbook, each with its runs. */
final class BookTexts extends PartHandler {

    private final BookColours colours;
    private final List<Text> texts = new ArrayList<>();
    private Rich rich;

    /** A text; without runs where all of it is set like its cell. */
    record Text(String words, List<Run> runs) {}

    BookTexts(BookColours colours) {
        this.colours = colours;
        this.rich = new Rich(colours);
    }

    /** One text that is being read: shared, or in its cell. */
    static final class Rich {

        private final BookColours colours;
        private final StringBuilder words = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private @Nullable BookFont font;
        private boolean ownFonts;
        private boolean inFont;
        private boolean phonetic;

        Rich(BookColours colours) {
            this.colours = colours;
        }

        void start(String name, Attributes attributes) {
            switch (name) {
                case "r" -> font = null;
                case "rPr" -> {
                    font = new BookFont();
                    inFont = true;
                }
                case "rPh" -> phonetic = true;
                default -> {
                    if (inFont && font != null) {
                        font.property(name, attributes, colours);
                    }
                }
            }
        }

        void end(String name, String text) {
            switch (name) {
                case "t" -> {
                    if (!phonetic) {
                        String decoded = Escapes.decoded(text);
                        Font own = font == null ? null : font.font();
                        ownFonts |= own != null;
                        words.append(decoded);
                        runs.add(new Run(decoded, own));
                    }
                }
                case "rPr" -> inFont = false;
                case "r" -> font = null;
                case "rPh" -> phonetic = false;
                default -> {}
            }
        }

        Text text() {
            return new Text(words.toString(), ownFonts ? List.copyOf(runs) : List.of());
        }
    }

    @Override
    public void start(String name, Attributes attributes) {
        if (name.equals("si")) {
            rich = new Rich(colours);
        } else {
            rich.start(name, attributes);
        }
    }

    @Override
    public void end(String name, String words) {
        if (name.equals("si")) {
            texts.add(rich.text());
        } else {
            rich.end(name, words);
        }
    }

    Text at(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : new Text("", List.of());
    }
}
