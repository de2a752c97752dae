package org.jibao.summary.bulletin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * The rows of a file's tables, which stand beside its documents until these are written: as elements, two thousand rows take 200 MiB.
 * A document holds two samples of a table's rows, between marks that no other text has.
 */
final class GridRows {

    private final String mark = "rows-" + UUID.randomUUID();
    private final List<List<Grid.Line>> tables = new ArrayList<>();

    /** The text of each cell of a sample. */
    String sampleText() {
        return mark;
    }

    /**
     * Puts lines at the end of a table.
     *
     * @param plain a sample of most rows, with all of their cells
     * @param strong a sample of a total
     */
    void add(Element table, Element plain, Element strong, List<Grid.Line> lines) {
        markEnd(table, String.valueOf(tables.size()));
        table.appendChild(plain);
        markEnd(table, "strong");
        table.appendChild(strong);
        markEnd(table, "end");
        tables.add(lines);
    }

    private void markEnd(Element table, String word) {
        table.appendChild(table.getOwnerDocument().createProcessingInstruction(mark, word));
    }

    /** The document with all rows in the places of their samples. */
    byte[] written(byte[] document) {
        if (tables.isEmpty()) {
            return document;
        }
        String xml = new String(document, StandardCharsets.UTF_8);
        StringBuilder whole = new StringBuilder(xml.length());
        String start = "<?" + mark + " ";
        int done = 0;
        for (int at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, done)) {
            whole.append(xml, done, at);
            int plain = xml.indexOf("?>", at);
            int number = Integer.parseInt(xml.substring(at + start.length(), plain));
            String between = start + "strong?>";
            int strong = xml.indexOf(between, plain);
            String end = start + "end?>";
            int last = xml.indexOf(end, strong);
            append(
                    whole,
                    tables.get(number),
                    pieces(xml.substring(plain + 2, strong)),
                    pieces(xml.substring(strong + between.length(), last)));
            done = last + end.length();
        }
        return whole.append(xml, done, xml.length()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String[] pieces(String sample) {
        return sample.split(mark, -1);
    }

    private static void append(StringBuilder to, List<Grid.Line> lines, String[] plain, String[] strong) {
        for (Grid.Line line : lines) {
            String[] pieces = line.strong() ? strong : plain;
            to.append(pieces[0]);
            for (int i = 1; i < pieces.length; i++) {
                to.append(escaped(line.cells().get(i - 1))).append(pieces[i]);
            }
        }
    }

    private static String escaped(String text) {
        return WordXml.held(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
