package org.jibao.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of one workbook that cells name by number, each written once. There is room for as many as can be held; texts behind
 * them stand in their cells.
 */
final class SharedTexts {

    private static final int MOST = 60_000;
    private static final int LONGEST = 200;
    private static final int NONE = -1;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of a text, from 0, or -1 for one that its cell must hold. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            if (numbers.size() >= MOST || text.length() > LONGEST) {
                return NONE;
            }
            known = numbers.size();
            numbers.put(text, known);
        }
        return known;
    }

    /** The part of the workbook that lists them. */
    void write(OutputStream out) throws IOException {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\""
                + numbers.size() + "\">";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        XmlBytes xml = new XmlBytes(out);
        for (String text : numbers.keySet()) {
            xml.ascii("<si>").textElement(text).ascii("</si>");
        }
        xml.ascii("</sst>").flush();
    }
}
