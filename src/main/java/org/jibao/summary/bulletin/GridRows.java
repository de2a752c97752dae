package org.jibao.summary.bulletin;

import java.io.ByteArrayOutputStream;
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
        ByteArrayOutputStream whole = new ByteArrayOutputStream(document.length * 2);
        String start = "<?" + mark + " ";
        int done = 0;
        for (int at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, done)) {
            add(whole, xml.substring(done, at));
            int plain = xml.indexOf("?>", at);
            int number = Integer.parseInt(xml.substring(at + start.length(), plain));
            String between = start + "strong?>";
            int strong = xml.indexOf(between, plain);
            String end = start + "end?>";
            int last = xml.indexOf(end, strong);
            addLines(
                    whole,
                    tables.get(number),
                    pieces(xml.substring(plain + 2, strong)),
                    pieces(xml.substring(strong + between.length(), last)));
            done = last + end.length();
        }
        add(whole, xml.substring(done));
        return whole.toByteArray();
    }

    /** What stands before, between and behind the texts of a sample's cells. */
    private List<String> pieces(String sample) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = sample.indexOf(mark); at >= 0; at = sample.indexOf(mark, from)) {
            pieces.add(sample.substring(from, at));
            from = at + mark.length();
        }
        pieces.add(sample.substring(from));
        return pieces;
    }

    private static void addLines(
            ByteArrayOutputStream to, List<Grid.Line> lines, List<String> plain, List<String> strong) {
        for (Grid.Line line : lines) {
            List<String> pieces = line.strong() ? strong : plain;
            add(to, pieces.get(0));
            for (int i = 1; i < pieces.size(); i++) {
                add(to, escaped(line.cells().get(i - 1)));
                add(to, pieces.get(i));
            }
        }
    }

    private static void add(ByteArrayOutputStream to, String xml) {
        to.writeBytes(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return WordXml.held(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
