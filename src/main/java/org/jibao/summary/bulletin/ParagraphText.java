package org.jibao.summary.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of one paragraph over all of its runs. Word splits a text wherever it has marked a spelling or a revision, so that
 * a placeholder may begin in one run and end in another.
 */
final class ParagraphText {

    /** What parts words like a blank, and no placeholder goes across. */
    private static final Set<String> BREAKS =
            Set.of("tab", "br", "cr", "drawing", "pict", "fldChar", "footnoteReference");

    private final Element paragraph;
    private final List<Element> runs = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final String text;

    private ParagraphText(Element paragraph) {
        this.paragraph = paragraph;
        StringBuilder all = new StringBuilder();
        for (Node node = WordXml.next(paragraph, paragraph); node != null; node = after(node)) {
            if (WordXml.is(node, "t")) {
                runs.add((Element) node);
                starts.add(all.length());
                all.append(node.getTextContent());
            } else if (WordXml.W.equals(node.getNamespaceURI()) && BREAKS.contains(node.getLocalName())) {
                all.append('\n');
            }
        }
        text = all.toString();
    }

    /** Every paragraph of a part, also those in tables, text boxes and content controls. */
    static List<ParagraphText> of(Node part) {
        return WordXml.all(part, "p").stream().map(ParagraphText::new).toList();
    }

    /** A paragraph in a text box is one of its own; what was deleted under revision is no text any more. */
    private @Nullable Node after(Node node) {
        boolean apart = WordXml.is(node, "p") || WordXml.is(node, "del") || WordXml.is(node, "moveFrom");
        return apart ? WordXml.past(node, paragraph) : WordXml.next(node, paragraph);
    }

    Element paragraph() {
        return paragraph;
    }

    String text() {
        return text;
    }

    List<Placeholder> placeholders() {
        return Placeholder.in(text);
    }

    /** Whether the placeholder is all that stands there: no break and no picture either, which would go with it. */
    boolean isAlone(Placeholder placeholder) {
        return text.indexOf('\n') < 0 && text.strip().equals(placeholder.written());
    }

    /** The run in which a placeholder begins: what takes its place looks like it. */
    Element run(Placeholder placeholder) {
        return WordXml.around(runs.get(index(placeholder.start())), "r").orElseThrow();
    }

    /**
     * Puts a text in the place of a placeholder, in the run in which it begins. The last one of a paragraph comes first, so that
     * the places of those before it hold.
     */
    void replace(Placeholder placeholder, String value) {
        int first = index(placeholder.start());
        int last = index(placeholder.end() - 1);
        Element begun = runs.get(first);
        Element ended = runs.get(last);
        String before = begun.getTextContent().substring(0, placeholder.start() - starts.get(first));
        String behind = ended.getTextContent().substring(placeholder.end() - starts.get(last));
        if (first == last) {
            WordXml.setText(begun, before + value + behind);
            return;
        }
        WordXml.setText(begun, before + value);
        runs.subList(first + 1, last).forEach(between -> WordXml.setText(between, ""));
        WordXml.setText(ended, behind);
    }

    /** The run's text that holds the character. */
    private int index(int at) {
        int index = starts.size() - 1;
        while (starts.get(index) > at) {
            index--;
        }
        // Of several that begin there the last one holds it: those before it are empty.
        return index;
    }
}
