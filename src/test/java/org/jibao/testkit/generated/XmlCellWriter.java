package org.jibao.testkit.generated;

import java.util.List;
import java.util.Random;
import org.jibao.testkit.generated.PlannedCell.Origin;
import org.jibao.testkit.generated.PlannedCell.Setting;
import org.jibao.testkit.generated.XmlOptions.Oddity;

/** The cells of one worksheet as XML. */
final class XmlCellWriter {

    private final XmlOptions options;
    private final Random random;
    private final XmlStyles styles;
    private final List<String> strings;
    private final XmlText text;
    private final String prefix;
    private boolean shared;

    XmlCellWriter(XmlOptions options, Random random, XmlStyles styles, List<String> strings, String prefix) {
        this.options = options;
        this.random = random;
        this.styles = styles;
        this.strings = strings;
        this.text = new XmlText(options, random);
        this.prefix = prefix;
    }

    /** @param address an attribute, or nothing */
    String write(PlannedCell cell, String address) {
        int style = styles.style(cell.format(), cell.setting());
        String start = "<" + prefix + "c" + address + (style > 0 ? " s=\"" + style + "\"" : "");
        String formula = cell.origin().formula() ? formula(cell) : "";
        String end = "</" + prefix + "c>";
        if (cell.origin() == Origin.NOT_CALCULATED) {
            String nothing = random.nextBoolean() ? "" : random.nextBoolean() ? tag("v", "") : "<" + prefix + "v/>";
            return start + ">" + formula + nothing + end;
        }
        return switch (cell.what()) {
            case NUMBER ->
                start
                        + (random.nextBoolean() ? " t=\"n\">" : ">")
                        + formula
                        + tag("v", text.spaced(cell.written()))
                        + end;
            case BOOLEAN ->
                start + " t=\"b\">" + formula
                        + tag("v", text.spaced(cell.written().equals("TRUE") ? "1" : "0")) + end;
            case ERROR -> start + " t=\"e\">" + formula + tag("v", text.spaced(cell.written())) + end;
            case ISO_DATE -> start + " t=\"d\">" + formula + tag("v", text.spaced(cell.written())) + end;
            case TEXT -> start + string(cell, formula) + end;
            default -> start + "/>";
        };
    }

    private String tag(String name, String content) {
        return "<" + prefix + name + ">" + content + "</" + prefix + name + ">";
    }

    private String formula(PlannedCell cell) {
        boolean first = cell.origin() == Origin.SHARED && !shared;
        shared |= first;
        return "<" + prefix + XmlSheetWriter.formula(cell, first, random) + "</" + prefix + "f>";
    }

    /** Among the shared strings, in the cell, or as what a formula gives. */
    private String string(PlannedCell cell, String formula) {
        int dice = random.nextInt(6);
        boolean rich = cell.setting().runs();
        boolean calculated = cell.origin().formula() && (dice < 5 || options.has(Oddity.NO_STRINGS));
        if (!rich && (calculated || !cell.origin().formula() && dice == 0)) {
            return " t=\"str\">" + formula + "<" + prefix + "v xml:space=\"preserve\">" + text.of(cell.written()) + "</"
                    + prefix + "v>";
        }
        String content = rich ? runs(cell) : element("t", cell.written());
        if (dice < 3 && cell.origin() == Origin.TYPED || options.has(Oddity.NO_STRINGS)) {
            String beside = options.has(Oddity.VALUE_BESIDE_TEXT) ? tag("v", "9") : "";
            boolean before = random.nextBoolean();
            return " t=\"inlineStr\">" + formula + (before ? beside : "") + tag("is", content) + (before ? "" : beside);
        }
        String phonetic = options.has(Oddity.PHONETIC_TEXT)
                ? "<" + prefix + "rPh sb=\"0\" eb=\"1\">" + element("t", "77") + "</" + prefix + "rPh><" + prefix
                        + "phoneticPr fontId=\"0\"/>"
                : "";
        strings.add(tag("si", content + phonetic));
        return " t=\"s\">" + formula + tag("v", text.spaced(String.valueOf(strings.size() - 1)));
    }

    private String element(String name, String words) {
        if (words.isEmpty() && random.nextBoolean()) {
            return random.nextBoolean() ? "" : "<" + prefix + name + "/>";
        }
        boolean keep = !words.equals(words.strip()) || random.nextBoolean();
        return "<" + prefix + name + (keep ? " xml:space=\"preserve\">" : ">") + text.of(words) + "</" + prefix + name
                + ">";
    }

    private String runs(PlannedCell cell) {
        String bold = "<" + prefix + "rPr><" + prefix + "b/><" + prefix + "sz val=\"11\"/></" + prefix + "rPr>";
        boolean own = cell.setting() == Setting.OVERRIDDEN || random.nextBoolean();
        String head = tag("r", (own ? bold : "") + element("t", cell.head()));
        String how =
                switch (cell.setting()) {
                    case STRUCK_RUN -> random.nextBoolean() ? "strike" : "strike val=\"1\"";
                    case RAISED_RUN -> "vertAlign val=\"superscript\"";
                    case LOWERED_RUN -> "vertAlign val=\"subscript\"";
                    case OVERRIDDEN -> "i";
                    default -> random.nextBoolean() ? "strike val=\"0\"" : "vertAlign val=\"baseline\"";
                };
        // An attribute of the element before must not be taken for one of an element that has none.
        String first = random.nextBoolean() ? "<" + prefix + "b val=\"0\"/>" : "";
        String tail = "<" + prefix + "rPr>" + first + "<" + prefix + how + "/></" + prefix + "rPr>"
                + element("t", cell.tail());
        return head + tag("r", tail);
    }
}
