package org.jibao.summary.bulletin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The fields of a part that a bulletin may not have: all but those that number, refer and list within the document itself. */
final class FieldCodes {

    private static final Set<String> HARMLESS = Set.of(
            "PAGE",
            "NUMPAGES",
            "SECTIONPAGES",
            "SECTION",
            "TOC",
            "TC",
            "REF",
            "PAGEREF",
            "NOTEREF",
            "STYLEREF",
            "SEQ",
            "=",
            "EQ",
            "SYMBOL",
            "ADVANCE",
            "HYPERLINK");

    /** What a link to a place of a page or of this document begins with. */
    private static final List<String> LINKS = List.of("\"http://", "\"https://", "\"mailto:", "\\l ");

    private final List<String> refused = new ArrayList<>();

    /** The fields that are open, the innermost first, and what is said of each so far; null once its result has begun. */
    private final Deque<StringBuilder> open = new ArrayDeque<>();

    private final Deque<Boolean> inResult = new ArrayDeque<>();

    private FieldCodes() {}

    /** The codes that are refused. */
    static List<String> of(Document part) {
        FieldCodes fields = new FieldCodes();
        for (Node node = WordXml.next(part, part); node != null; node = WordXml.next(node, part)) {
            if (WordXml.is(node, "fldSimple")) {
                fields.judge(WordXml.value((Element) node, "instr"));
            } else if (WordXml.is(node, "fldChar")) {
                fields.mark(WordXml.value((Element) node, "fldCharType"));
            } else if (WordXml.is(node, "instrText")) {
                fields.say(node.getTextContent());
            }
        }
        while (!fields.open.isEmpty()) {
            fields.mark("end");
        }
        return fields.refused;
    }

    private void mark(String type) {
        switch (type) {
            case "begin" -> {
                // A code that a field within it puts together is not known before Word has run it.
                if (!open.isEmpty() && !Boolean.TRUE.equals(inResult.peek())) {
                    refused.add(shown(open.peek().toString() + " {…}"));
                }
                open.push(new StringBuilder());
                inResult.push(false);
            }
            case "separate" -> {
                if (!inResult.isEmpty()) {
                    inResult.pop();
                    inResult.push(true);
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    inResult.pop();
                    judge(open.pop().toString());
                }
            }
            default -> {
                // Word knows no other.
            }
        }
    }

    private void say(String text) {
        if (open.isEmpty()) {
            judge(text);
        } else {
            open.peek().append(text);
        }
    }

    private void judge(String code) {
        String plain = code.strip();
        String name = plain.split("[\\s\\\\\"]", 2)[0].toUpperCase(Locale.ROOT);
        boolean known = HARMLESS.contains(name) || plain.startsWith("=");
        boolean outside = name.equals("HYPERLINK")
                && LINKS.stream().noneMatch(link -> plain.substring(name.length())
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(link));
        if (!known || outside) {
            refused.add(shown(plain));
        }
    }

    private static String shown(String code) {
        return code.length() <= 60 ? code : code.substring(0, 60) + "…";
    }
}
