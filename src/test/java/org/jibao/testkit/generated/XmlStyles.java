package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.testkit.generated.PlannedCell.Setting;

/** The part with the number formats and fonts of cells. */
final class XmlStyles {

    private static final int FIRST_OWN = 164;

    private final List<String> codes = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final String prefix;

    XmlStyles(String prefix) {
        this.prefix = prefix;
        style(PlannedFormat.GENERAL, Setting.PLAIN);
    }

    /** The number of a cell's style. */
    int style(PlannedFormat format, Setting setting) {
        int id = format.builtIn();
        if (id < 0) {
            if (!codes.contains(format.code())) {
                codes.add(format.code());
            }
            id = FIRST_OWN + codes.indexOf(format.code());
        }
        int font =
                switch (setting) {
                    case STRUCK_CELL, OVERRIDDEN -> 1;
                    case RAISED_CELL -> 2;
                    case LOWERED_CELL -> 3;
                    default -> 0;
                };
        String written = "<" + prefix + "xf numFmtId=\"" + id + "\" fontId=\"" + font
                + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>";
        if (!formats.contains(written)) {
            formats.add(written);
        }
        return formats.indexOf(written);
    }

    boolean areAllPlain() {
        return formats.size() == 1;
    }

    /** Formats that rules apply come last; they have fonts and number formats too, under numbers of cells' own. */
    String xml(String namespace) {
        StringBuilder own = new StringBuilder();
        for (int i = 0; i < codes.size(); i++) {
            own.append("<numFmt numFmtId=\"" + (FIRST_OWN + i) + "\" formatCode=\"" + XmlText.escaped(codes.get(i))
                    + "\"/>");
        }
        String plain = "<styleSheet " + namespace + ">"
                + (codes.isEmpty() ? "" : "<numFmts count=\"" + codes.size() + "\">" + own + "</numFmts>")
                + "<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
                + "<font><strike/><sz val=\"11\"/><name val=\"宋体\"/></font>"
                + "<font><vertAlign val=\"superscript\"/><sz val=\"11\"/><name val=\"宋体\"/></font>"
                + "<font><vertAlign val=\"subscript\"/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\" fontId=\"1\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"" + formats.size() + "\">@</cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
                + "<dxfs count=\"1\"><dxf><font><strike/></font><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></dxf></dxfs>"
                + "</styleSheet>";
        String named = plain.replaceAll("<(/?)(\\w)", "<$1" + prefix + "$2");
        return named.replace("@</", formats.stream().collect(Collectors.joining()) + "</");
    }
}
