package org.jibao.reading.book;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.xlsx.PartHandler;
import org.jibao.reading.xlsx.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** How a worksheet is seen and printed, told element by element. */
final class BookPage {

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
            case "sheetView" -> gridlines = PartHandler.isTrue(XmlAttributes.get(attributes, "showGridLines"), true);
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
