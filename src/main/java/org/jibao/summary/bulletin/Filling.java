package org.jibao.summary.bulletin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jibao.chart.ChartPainter;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.summary.ChartBook;
import org.jibao.summary.bulletin.BulletinContent.Block;
import org.jibao.summary.bulletin.BulletinContent.ChartBlock;
import org.jibao.summary.bulletin.BulletinContent.GridBlock;
import org.jibao.summary.bulletin.BulletinContent.ProseBlock;
import org.jibao.workbook.Display;
import org.jibao.workbook.Picture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts what the placeholders stand for in their places; what stands around them stays as it is. */
final class Filling {

    /** The order that a paragraph's properties must have; what comes behind these is never set here. */
    private static final List<String> PROPERTIES = List.of(
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "suppressLineNumbers",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "contextualSpacing",
            "mirrorIndents",
            "suppressOverlap",
            "jc");

    /** Where nothing says how wide the text is: A4 with common margins. */
    private static final int USUAL_WIDTH = 8844;

    private static final int TALLEST = 780;

    private final WordFile file;
    private final BulletinContent content;
    private final GridXml grids;
    private int pictures;

    Filling(WordFile file, BulletinContent content) {
        this.file = file;
        this.content = content;
        grids = new GridXml(content.context().measure(), file.rows());
    }

    void fill() throws IOException {
        file.texts().forEach(part -> pictures = Math.max(pictures, largestNumber(file.xml(part))));
        for (String part : file.texts()) {
            for (ParagraphText paragraph : ParagraphText.of(file.xml(part))) {
                fill(paragraph);
            }
        }
    }

    private static int largestNumber(Document part) {
        int largest = 0;
        for (Node node = WordXml.next(part, part); node != null; node = WordXml.next(node, part)) {
            if (node instanceof Element element && "docPr".equals(element.getLocalName())) {
                String id = element.getAttribute("id");
                largest = Math.max(largest, id.matches("\\d{1,8}") ? Integer.parseInt(id) : 0);
            }
        }
        return largest;
    }

    private void fill(ParagraphText paragraph) throws IOException {
        List<Placeholder> placeholders = paragraph.placeholders();
        for (int i = placeholders.size() - 1; i >= 0; i--) {
            Placeholder placeholder = placeholders.get(i);
            if (PlaceholderNames.isBlock(placeholder)) {
                put(paragraph, placeholder, content.block(placeholder));
            } else {
                paragraph.replace(placeholder, content.words(placeholder));
            }
        }
    }

    private void put(ParagraphText paragraph, Placeholder placeholder, Block block) throws IOException {
        Element place = paragraph.paragraph();
        Element run = paragraph.run(placeholder);
        if (block instanceof ProseBlock lines) {
            List<String> said = lines.paragraphs().isEmpty() ? List.of(Display.MISSING) : lines.paragraphs();
            said.subList(0, said.size() - 1).forEach(line -> before(place, run, line));
            paragraph.replace(placeholder, said.get(said.size() - 1));
        } else if (block instanceof GridBlock table) {
            Element made = grids.make(place, table.grid(), width(place), WordXml.child(run, "rPr"));
            place.getParentNode().insertBefore(made, place);
            paragraph.replace(placeholder, "");
            // Between two tables, and at the end of a cell, Word wants a paragraph: as low as it may be.
            property(place, "spacing", "before", "0", "after", "0", "line", "160", "lineRule", "exact");
        } else if (block instanceof ChartBlock picture) {
            paragraph.replace(placeholder, "");
            picture(place, picture.plan());
        }
    }

    /** A paragraph of the same look. */
    private static void before(Element place, Element run, String text) {
        Element paragraph = WordXml.make(place, "p");
        WordXml.child(place, "pPr")
                .map(properties -> (Element) properties.cloneNode(true))
                .ifPresent(properties -> {
                    // Both are said of the last one: where a section ends, and that what follows stays beside it.
                    WordXml.child(properties, "sectPr").ifPresent(properties::removeChild);
                    WordXml.child(properties, "keepNext").ifPresent(properties::removeChild);
                    paragraph.appendChild(properties);
                });
        Element said = WordXml.add(paragraph, "r");
        WordXml.child(run, "rPr").ifPresent(look -> said.appendChild(look.cloneNode(true)));
        WordXml.setText(WordXml.add(said, "t"), text);
        place.getParentNode().insertBefore(paragraph, place);
    }

    private void picture(Element place, ChartPlan plan) throws IOException {
        property(place, "snapToGrid", "val", "0");
        // A line of fixed height would cut the picture.
        property(place, "spacing", "before", "120", "after", "120", "line", "240", "lineRule", "auto");
        property(place, "ind", "firstLine", "0", "firstLineChars", "0", "left", "0", "right", "0");
        property(place, "jc", "val", "center");
        int width = width(place) / GridXml.TWIPS_A_PIXEL;
        int shown = plan.type() == ChartType.RING ? Math.min(width, Math.max(320, width * 7 / 10)) : width;
        if (!content.context().drawsPictures() && !plan.isEmpty()) {
            ChartBook chart = ChartBook.of(content.context(), plan, shown, height(plan));
            place.appendChild(DrawingXml.chart(
                    place, shown, height(plan), chart.alternative(), file.addChart(chart), ++pictures));
            return;
        }
        Optional<ChartPainter> painter = content.context().painter();
        if (painter.isEmpty()) {
            Element run = WordXml.add(place, "r");
            String words = content.context().speech().word("chart.no-fonts", plan.title());
            WordXml.setText(WordXml.add(run, "t"), words);
            return;
        }
        Picture painted = painter.get().paint(plan, shown, height(plan));
        place.appendChild(DrawingXml.picture(place, painted, file.addPicture(painted.png()), ++pictures));
    }

    /** Low enough for a line of text above and below on the same page. */
    private static int height(ChartPlan plan) {
        int bars = plan.categories().size();
        return switch (plan.type()) {
            case RANKING -> plan.isEmpty() ? 180 : Math.max(220, Math.min(TALLEST, 100 + 20 * Math.min(40, bars)));
            case STACKED -> plan.isEmpty() ? 180 : Math.max(240, Math.min(TALLEST, 130 + 24 * bars));
            case COLUMNS, TREND -> 300;
            case RING -> 270;
        };
    }

    /** What a cell leaves, else the section, in twips. */
    private static int width(Element place) {
        Optional<Element> cell = WordXml.around(place, "tc")
                .flatMap(around -> WordXml.child(around, "tcPr"))
                .flatMap(properties -> WordXml.child(properties, "tcW"))
                .filter(width -> WordXml.value(width, "type").equals("dxa"));
        return cell.map(element -> Math.max(600, WordXml.number(element, "w", USUAL_WIDTH) - 216))
                .orElseGet(() -> section(place).map(Filling::textWidth).orElse(USUAL_WIDTH));
    }

    private static Optional<Element> section(Element place) {
        Document document = place.getOwnerDocument();
        for (Node node = place; node != null; node = WordXml.next(node, document)) {
            if (WordXml.is(node, "sectPr")) {
                return Optional.of((Element) node);
            }
        }
        return Optional.empty();
    }

    private static int textWidth(Element section) {
        int page = WordXml.child(section, "pgSz")
                .map(size -> WordXml.number(size, "w", 11906))
                .orElse(11906);
        int margins = WordXml.child(section, "pgMar")
                .map(margin -> WordXml.number(margin, "left", 1531) + WordXml.number(margin, "right", 1531))
                .orElse(3062);
        return Math.max(2000, page - margins);
    }

    /** Sets one of a paragraph's properties in its place among the others. */
    private static void property(Element paragraph, String name, String... attributes) {
        Element properties = WordXml.child(paragraph, "pPr").orElseGet(() -> {
            Element made = WordXml.make(paragraph, "pPr");
            paragraph.insertBefore(made, paragraph.getFirstChild());
            return made;
        });
        WordXml.child(properties, name).ifPresent(properties::removeChild);
        Node next = properties.getFirstChild();
        while (next != null
                && PROPERTIES.contains(next.getLocalName())
                && PROPERTIES.indexOf(next.getLocalName()) < PROPERTIES.indexOf(name)) {
            next = next.getNextSibling();
        }
        properties.insertBefore(WordXml.make(paragraph, name, attributes), next);
    }
}
