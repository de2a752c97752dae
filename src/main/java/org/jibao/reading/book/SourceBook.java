package org.jibao.reading.book;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook shows: cells and how they look. From it a workbook of our own can be made in which there is nothing else.
 *
 * @param styles by the number that cells name
 * @param date1904 whether its days are counted from 1904
 * @param mark the properties by which a template is known, where it is one; of these names and no others
 * @param leftOut what else the file holds
 * @param emptied the labels of the columns that are sensitive and have been emptied
 */
public record SourceBook(
        List<Sheet> sheets,
        List<Style> styles,
        boolean date1904,
        Map<String, String> mark,
        Set<LeftOut> leftOut,
        Set<String> emptied) {

    /** What a workbook may hold beside its cells. */
    public enum LeftOut {
        MACROS,
        LINKS,
        CONNECTIONS,
        OBJECTS,
        PICTURES,
        HYPERLINKS,
        NAMES,
        COMMENTS,
        CONDITIONS,
        TABLES,
        HEADERS,
        VALIDATIONS,
        FORMULAS
    }

    /** The first and last row and column of a block, 0-based; a whole row or column is -1 to -1. */
    public record Block(int top, int left, int bottom, int right) {}

    /** One sheet; what stands nowhere in the file is null. */
    public record Sheet(
            String name,
            boolean hidden,
            List<Columns> columns,
            List<Row> rows,
            List<Block> merged,
            List<Rule> rules,
            Page page) {}

    /**
     * Columns that look alike.
     *
     * @param width in characters, or null for the usual one
     * @param style or -1
     */
    public record Columns(int first, int last, @Nullable Double width, boolean hidden, int style) {}

    /** @param height in points, or null for what fits */
    public record Row(int index, @Nullable Double height, boolean hidden, List<Cell> cells) {}

    /** What a cell holds. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        TRUTH,
        ERROR
    }

    /**
     * A cell.
     *
     * @param kind of what it shows; {@link Kind#BLANK} with a formula where nothing has computed it
     * @param text what it holds: a number as it is stored, {@code 1} for true, an error's name
     * @param runs parts of a text that are set in fonts of their own; empty for none
     * @param formula or null
     */
    public record Cell(
            int column,
            Kind kind,
            String text,
            List<Run> runs,
            @Nullable Formula formula,
            int style) {

        /** A cell that shows nothing and computes nothing. */
        public Cell emptied() {
            return new Cell(column, Kind.BLANK, "", List.of(), null, style);
        }

        public Cell saying(String other) {
            return new Cell(column, Kind.TEXT, other, List.of(), null, style);
        }
    }

    /** @param font or null where it is the cell's */
    public record Run(String text, @Nullable Font font) {}

    /** As it stands in the cell that it was written in, from which this cell lies so many rows down and columns right. */
    public record Formula(String text, int down, int right) {}

    /** @param colour as RGB, or null */
    public record Font(
            String name,
            double points,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean struckOut,
            int raised,
            @Nullable Integer colour) {}

    /** @param kind in the words of the format, such as {@code thin} */
    public record Edge(String kind, @Nullable Integer colour) {}

    /** Words of the format, or empty. */
    public record Alignment(String across, String down, boolean wrapped, boolean shrunk, int indent, int rotation) {}

    /**
     * How a cell looks.
     *
     * @param format the code of a number format of the file's own; null for the built-in one
     * @param builtIn number of that
     * @param edges left, right, top, bottom
     */
    public record Style(
            @Nullable String format,
            int builtIn,
            Font font,
            @Nullable Integer fill,
            List<Edge> edges,
            Alignment alignment,
            boolean locked) {}

    /**
     * What cells take.
     *
     * @param kind {@code list}, {@code whole}, …
     * @param operator {@code between}, …
     * @param shown whether a list shows its arrow
     * @param style {@code stop}, {@code warning} or {@code information}
     */
    public record Rule(
            List<Block> cells,
            String kind,
            String operator,
            String first,
            String second,
            boolean blankAllowed,
            boolean shown,
            boolean refuses,
            String style,
            List<String> words) {}

    /** How a sheet is seen and printed. */
    public record Page(
            boolean gridlines,
            boolean isProtected,
            Set<String> allowed,
            int frozenRows,
            int frozenColumns,
            boolean landscape,
            int paper,
            boolean fits,
            int fitWidth,
            int fitHeight,
            int scale,
            boolean centred,
            List<Double> margins,
            @Nullable Double defaultHeight,
            @Nullable Double defaultWidth,
            @Nullable Block area,
            @Nullable Block repeatedRows,
            @Nullable Block repeatedColumns) {}
}
