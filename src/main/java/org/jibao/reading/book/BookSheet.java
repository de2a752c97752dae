package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.xlsx.PartHandler;
import org.jibao.reading.xlsx.PartHandler.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Reads one worksheet part as it looks. */
final class BookSheet extends PartHandler {

    private static final int COLUMNS = 16_384;
    private static final int MOST_RANGES = 1000;

    private final BookCells cells;
    private final BookPage page = new BookPage();
    private final List<Columns> columns = new ArrayList<>();
    private final List<Block> merged = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
    private @Nullable Rule rule;
    private boolean inCells;
    private boolean inExtension;
    private boolean second;

    BookSheet(BookTexts texts, BookColours colours, Budget budget) {
        this.cells = new BookCells(texts, colours, budget);
    }

    @Override
    protected boolean extensions() {
        return !inCells;
    }

    @Override
    public void start(String name, Attributes attributes) {
        if (inCells) {
            cells.start(name, attributes);
            return;
        }
        if (inExtension) {
            startExtension(name, attributes);
            return;
        }
        switch (name) {
            case "extLst" -> inExtension = true;
            case "sheetData" -> inCells = true;
            case "col" -> column(attributes);
            case "mergeCell" -> {
                Block block = block(text(attributes, "ref"));
                if (block != null) {
                    merged.add(block);
                }
            }
            case "dataValidation" -> rule = rule(attributes);
            case "hyperlink" -> leftOut.add(LeftOut.HYPERLINKS);
            case "conditionalFormatting" -> leftOut.add(LeftOut.CONDITIONS);
            case "autoFilter", "tablePart" -> leftOut.add(LeftOut.TABLES);
            case "oddHeader", "oddFooter", "evenHeader", "evenFooter" -> leftOut.add(LeftOut.HEADERS);
            case "oleObject", "control" -> leftOut.add(LeftOut.OBJECTS);
            default -> page.start(name, attributes);
        }
    }

    /** A list that stands on another sheet is an extension: what it says of cells stands in elements of their own. */
    private void startExtension(String name, Attributes attributes) {
        switch (name) {
            case "dataValidation" -> rule = rule(attributes);
            case "formula1" -> second = false;
            case "formula2" -> second = true;
            default -> {}
        }
    }

    private void endExtension(String name, String words) {
        if (name.equals("extLst")) {
            inExtension = false;
        } else if (rule != null) {
            switch (name) {
                case "f" -> rule = second ? with(rule, rule.first(), words) : with(rule, words, rule.second());
                case "sqref" -> rule = at(rule, blocks(words));
                case "dataValidation" -> {
                    rules.add(rule);
                    rule = null;
                }
                default -> {}
            }
        }
    }

    private void column(Attributes attributes) {
        int first = number(attributes, "min", 0) - 1;
        int last = Math.min(number(attributes, "max", 0), COLUMNS) - 1;
        Double width = decimal(attributes, "width");
        boolean none = width != null && width == 0;
        if (first >= 0 && first <= last) {
            columns.add(new Columns(
                    first,
                    last,
                    none ? null : width,
                    none || isTrue(attributes, "hidden"),
                    number(attributes, "style", -1)));
        }
    }

    private static Rule rule(Attributes attributes) {
        return new Rule(
                blocks(text(attributes, "sqref")),
                text(attributes, "type"),
                text(attributes, "operator"),
                "",
                "",
                isTrue(attributes, "allowBlank"),
                !isTrue(attributes, "showDropDown"),
                isTrue(attributes, "showErrorMessage"),
                text(attributes, "errorStyle"),
                List.of(
                        isTrue(attributes, "showInputMessage") ? text(attributes, "promptTitle") : "",
                        isTrue(attributes, "showInputMessage") ? text(attributes, "prompt") : "",
                        text(attributes, "errorTitle"),
                        text(attributes, "error")));
    }

    static List<Block> blocks(String references) {
        List<Block> blocks = new ArrayList<>();
        for (String reference : references.strip().split("\\s+", MOST_RANGES)) {
            Block block = block(reference);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    static @Nullable Block block(String reference) {
        MergedRange range = MergedRange.of(reference.indexOf(':') < 0 ? reference + ":" + reference : reference);
        return range == null ? null : new Block(range.top(), range.left(), range.bottom(), range.right());
    }

    @Override
    public void end(String name, String words) {
        if (name.equals("sheetData")) {
            inCells = false;
        } else if (inCells) {
            cells.end(name, words);
        } else if (inExtension) {
            endExtension(name, words);
        } else if (rule != null) {
            switch (name) {
                case "formula1" -> rule = with(rule, words, rule.second());
                case "formula2" -> rule = with(rule, rule.first(), words);
                case "dataValidation" -> {
                    rules.add(rule);
                    rule = null;
                }
                default -> {}
            }
        }
    }

    static Rule with(Rule rule, String first, String second) {
        return new Rule(
                rule.cells(),
                rule.kind(),
                rule.operator(),
                first,
                second,
                rule.blankAllowed(),
                rule.shown(),
                rule.refuses(),
                rule.style(),
                rule.words());
    }

    private static Rule at(Rule rule, List<Block> cells) {
        return new Rule(
                cells,
                rule.kind(),
                rule.operator(),
                rule.first(),
                rule.second(),
                rule.blankAllowed(),
                rule.shown(),
                rule.refuses(),
                rule.style(),
                rule.words());
    }

    Sheet sheet(String name, boolean hidden, BookNames names, int place) {
        if (cells.lostFormula()) {
            leftOut.add(LeftOut.FORMULAS);
        }
        List<Rule> named = rules.stream()
                .map(one -> with(one, names.meaning(one.first()), one.second()))
                .toList();
        return new Sheet(name, hidden, columns, cells.rows(), merged, named, page.page(names, place));
    }

    Set<LeftOut> leftOut() {
        return leftOut;
    }

    /** How a worksheet is seen and printed, told element by element. */
    static final class BookPage {

        private static final int A4 = 9;
        private static final List<String> SIDES = List.of("left", "right", "top", "bottom", "header", "footer");
        private static final double MOST_INCHES = 20;

        /** What a protected sheet may allow; an attribute that says 0 allows it. */
        private static final List<String> PERMISSIONS = List.of(
                "formatCells",
                "formatColumns",
                "formatRows",
                "insertColumns",
                "insertRows",
                "deleteColumns",
                "deleteRows",
                "sort",
                "autoFilter");

        private boolean gridlines = true;
        private boolean isProtected;
        private final Set<String> allowed = new HashSet<>();
        private int frozenRows;
        private int frozenColumns;
        private boolean landscape;
        private int paper = A4;
        private boolean fits;
        private int fitWidth = 1;
        private int fitHeight = 1;
        private int scale = 100;
        private boolean centred;
        private List<Double> margins = List.of();
        private @Nullable Double defaultHeight;
        private @Nullable Double defaultWidth;

        void start(String name, Attributes attributes) {
            switch (name) {
                case "sheetView" ->
                    gridlines = PartHandler.isTrue(XmlAttributes.get(attributes, "showGridLines"), true);
                case "pane" -> {
                    if (PartHandler.text(attributes, "state").startsWith("frozen")) {
                        frozenRows = PartHandler.number(attributes, "ySplit", 0);
                        frozenColumns = PartHandler.number(attributes, "xSplit", 0);
                    }
                }
                case "pageSetUpPr" -> fits = PartHandler.isTrue(attributes, "fitToPage");
                case "sheetFormatPr" -> {
                    defaultHeight = PartHandler.decimal(attributes, "defaultRowHeight");
                    defaultWidth = PartHandler.decimal(attributes, "defaultColWidth");
                }
                case "printOptions" -> centred = PartHandler.isTrue(attributes, "horizontalCentered");
                case "pageMargins" -> margins(attributes);
                case "pageSetup" -> setup(attributes);
                case "sheetProtection" -> protection(attributes);
                default -> {}
            }
        }

        private void margins(Attributes attributes) {
            margins = SIDES.stream()
                    .map(side -> PartHandler.decimal(attributes, side))
                    .map(inches -> inches == null ? 0.5 : Math.min(MOST_INCHES, Math.max(0, inches)))
                    .toList();
        }

        private void setup(Attributes attributes) {
            landscape = PartHandler.text(attributes, "orientation").equals("landscape");
            paper = PartHandler.number(attributes, "paperSize", A4);
            fitWidth = PartHandler.number(attributes, "fitToWidth", 1);
            fitHeight = PartHandler.number(attributes, "fitToHeight", 1);
            scale = PartHandler.number(attributes, "scale", 100);
        }

        private void protection(Attributes attributes) {
            isProtected = PartHandler.isTrue(attributes, "sheet");
            for (String permission : PERMISSIONS) {
                if (!PartHandler.isTrue(XmlAttributes.get(attributes, permission), true)) {
                    allowed.add(permission);
                }
            }
        }

        Page page(BookNames names, int place) {
            return new Page(
                    gridlines,
                    isProtected,
                    allowed,
                    frozenRows,
                    frozenColumns,
                    landscape,
                    paper,
                    fits,
                    fitWidth,
                    fitHeight,
                    scale,
                    centred,
                    margins,
                    defaultHeight,
                    defaultWidth,
                    names.area(place),
                    names.repeatedRows(place),
                    names.repeatedColumns(place));
        }
    }
}
