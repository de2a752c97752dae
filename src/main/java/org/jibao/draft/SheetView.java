package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jibao.draft.Spot.Holds;
import org.jibao.draft.Spot.Shape;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.book.SourceBook.Style;
import org.jspecify.annotations.Nullable;

/** A sheet by rows and columns, from 0: its cells, which of them are merged, and what they take. */
final class SheetView {

    /** No form begins further down or further right. */
    private static final int MOST_ROWS = 2_000;

    private static final int MOST_COLUMNS = 256;

    private final Sheet sheet;
    private final Map<Integer, Map<Integer, Spot>> spots = new HashMap<>();
    private final Map<Integer, List<Block>> merged = new HashMap<>();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private int rows;
    private int columns;

    SheetView(SourceBook book, Sheet sheet) {
        this.sheet = sheet;
        sheet.rows().stream().filter(row -> row.index() < MOST_ROWS).forEach(row -> {
            if (row.hidden()) {
                hiddenRows.add(row.index());
            }
            row.cells().stream()
                    .filter(cell -> cell.column() < MOST_COLUMNS)
                    .forEach(cell -> add(row.index(), cell, style(book, cell)));
        });
        for (Block block : sheet.merged()) {
            for (int row = Math.max(0, block.top()); row <= Math.min(block.bottom(), MOST_ROWS); row++) {
                merged.computeIfAbsent(row, unused -> new ArrayList<>()).add(block);
            }
        }
    }

    private static @Nullable Style style(SourceBook book, Cell cell) {
        return cell.style() < 0 || cell.style() >= book.styles().size()
                ? null
                : book.styles().get(cell.style());
    }

    private void add(int row, Cell cell, @Nullable Style style) {
        Shape shape = style == null ? Shape.GENERAL : Formats.shape(style.format(), style.builtIn());
        boolean edged = style != null
                && style.edges().stream()
                        .anyMatch(edge -> !edge.kind().isEmpty() && !edge.kind().equals("none"));
        Spot spot = new Spot(
                row,
                cell.column(),
                holds(cell, shape),
                cell.text(),
                cell.formula(),
                shape,
                edged,
                style == null || style.locked(),
                style == null ? null : style.fill());
        spots.computeIfAbsent(row, unused -> new HashMap<>()).put(cell.column(), spot);
        if (!spot.blank() || edged) {
            rows = Math.max(rows, row + 1);
            columns = Math.max(columns, cell.column() + 1);
        }
    }

    private static Holds holds(Cell cell, Shape shape) {
        return switch (cell.kind()) {
            case BLANK -> Holds.NOTHING;
            case TEXT -> cell.text().isBlank() ? Holds.NOTHING : Holds.WORDS;
            case NUMBER -> shape == Shape.DATE ? Holds.DATE : Holds.NUMBER;
            case TRUTH -> Holds.WORDS;
            case ERROR -> Holds.ERROR;
        };
    }

    String name() {
        return sheet.name();
    }

    boolean hidden() {
        return sheet.hidden();
    }

    boolean isProtected() {
        return sheet.page().isProtected();
    }

    /** Whether there is a cell that a protected sheet lets people into. */
    boolean letsIn() {
        return spots.values().stream().flatMap(row -> row.values().stream()).anyMatch(spot -> !spot.locked());
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    boolean hidden(int row) {
        return hiddenRows.contains(row);
    }

    Spot at(int row, int column) {
        Map<Integer, Spot> cells = spots.getOrDefault(row, Map.of());
        return cells.getOrDefault(column, Spot.nothing(row, column));
    }

    /** The cell, or the one whose words stand over it because they are merged. */
    Spot origin(int row, int column) {
        Block block = block(row, column);
        return block == null ? at(row, column) : at(block.top(), block.left());
    }

    /** Whether a cell is a merged one that shows nothing itself. */
    boolean covered(int row, int column) {
        Block block = block(row, column);
        return block != null && (block.top() != row || block.left() != column);
    }

    @Nullable
    Block block(int row, int column) {
        for (Block block : merged.getOrDefault(row, List.of())) {
            if (block.left() <= column && block.right() >= column) {
                return block;
            }
        }
        return null;
    }

    int right(int row, int column) {
        Block block = block(row, column);
        return block == null ? column : block.right();
    }

    int bottom(int row, int column) {
        Block block = block(row, column);
        return block == null ? row : block.bottom();
    }

    /** The cells of a row that hold something, from left to right. */
    List<Spot> filled(int row) {
        return spots.getOrDefault(row, Map.of()).values().stream()
                .filter(spot -> !spot.blank() && !covered(row, spot.column()))
                .sorted(java.util.Comparator.comparingInt(Spot::column))
                .toList();
    }

    boolean empty(int row) {
        return filled(row).isEmpty();
    }

    /** Neither words nor borders. */
    boolean bare(int row) {
        return spots.getOrDefault(row, Map.of()).values().stream().allMatch(spot -> spot.blank() && !spot.edged());
    }

    Optional<Rule> rule(int row, int column) {
        return sheet.rules().stream()
                .filter(rule -> rule.cells().stream()
                        .anyMatch(block -> block.top() <= row
                                && block.bottom() >= row
                                && block.left() <= column
                                && block.right() >= column))
                .findFirst();
    }

    /** What may be a label: words in a cell for which no list of choices stands. */
    boolean isLabel(Spot spot) {
        return spot.label() && !isChosen(spot);
    }

    /** A rule for whole columns is meant for what stands below their headers. */
    private boolean isChosen(Spot spot) {
        return rule(spot.row(), spot.column())
                .filter(rule -> rule.kind().equals("list"))
                .filter(rule ->
                        rule.cells().stream().noneMatch(block -> block.top() == 0 && block.bottom() >= MOST_ROWS))
                .isPresent();
    }

    /** The cells of other sheets in which the lists of this one stand. */
    List<CellRange> listsElsewhere() {
        return sheet.rules().stream()
                .filter(rule -> rule.kind().equals("list") && !rule.first().startsWith("\""))
                .map(rule -> CellRange.of(rule.first().strip()))
                .filter(java.util.Objects::nonNull)
                .filter(range -> !range.sheet().isEmpty() && !range.sheet().equalsIgnoreCase(name()))
                .distinct()
                .toList();
    }

    /** Whether something says that cells of it are to be filled in. */
    boolean asks() {
        return !sheet.rules().isEmpty() || isProtected() && letsIn();
    }

    /** What number formats say. */
    static final class Formats {

        private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\[[^\\[\\]]*+\\]|\\\\.|_.|\\*.");
        private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
        private static final Pattern DECIMAL = Pattern.compile("[0#?]\\.[0#?]");

        private Formats() {}

        static Shape shape(@Nullable String format, int builtIn) {
            if (format != null) {
                return shape(format);
            }
            return switch (builtIn) {
                case 1, 3, 37, 38 -> Shape.WHOLE;
                case 2, 4, 7, 8, 39, 40, 43, 44 -> Shape.DECIMAL;
                case 9, 10 -> Shape.PERCENT;
                case 49 -> Shape.TEXT;
                default -> isDate(builtIn) ? Shape.DATE : Shape.GENERAL;
            };
        }

        private static boolean isDate(int builtIn) {
            return builtIn >= 14 && builtIn <= 17
                    || builtIn == 22
                    || builtIn >= 27 && builtIn <= 31
                    || builtIn == 36
                    || builtIn >= 50 && builtIn <= 58;
        }

        private static Shape shape(String format) {
            String signs = WORDS.matcher(format.split(";", -1)[0]).replaceAll("");
            if (signs.contains("%")) {
                return Shape.PERCENT;
            }
            if (!signs.equalsIgnoreCase("general") && DATE.matcher(signs).find()) {
                return Shape.DATE;
            }
            if (DECIMAL.matcher(signs).find()) {
                return Shape.DECIMAL;
            }
            return signs.contains("@")
                    ? Shape.TEXT
                    : signs.indexOf('0') >= 0 || signs.indexOf('#') >= 0 ? Shape.WHOLE : Shape.GENERAL;
        }
    }
}
