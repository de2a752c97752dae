package org.jibao.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.workbook.Display;
import org.jibao.workbook.Typefaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class SvgDrawingTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 420;

    private final ChartPainter painter =
            new ChartPainter(Typefaces.load().typeface().orElseThrow());

    @ParameterizedTest
    @EnumSource
    void drawsTheSameTwice(ChartType type) {
        ChartPlan plan = plan(type, "镇");
        assertEquals(painter.svg(plan, WIDTH, HEIGHT, "c1"), painter.svg(plan, WIDTH, HEIGHT, "c1"));
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryCategorySeriesAndValueThatThePictureHas(ChartType type) throws Exception {
        ChartPlan plan = plan(type, "镇");
        String said = words(parsed(painter.svg(plan, WIDTH, HEIGHT, "c1")));
        for (String wanted : wanted(Selection.of(plan, HEIGHT))) {
            assertTrue(said.contains(wanted), () -> wanted + " is not in " + said);
        }
    }

    /** What a chart of this type writes out. */
    private static List<String> wanted(ChartPlan plan) {
        List<String> wanted = new ArrayList<>(List.of(plan.title(), plan.subtitle()));
        wanted.addAll(plan.categories());
        if (plan.series().size() > 1) {
            plan.series().forEach(series -> wanted.add(series.name()));
        }
        for (int i = 0; i < plan.categories().size(); i++) {
            for (ChartPlan.Series series : plan.series()) {
                boolean last = i == plan.categories().size() - 1;
                BigDecimal value = series.values().get(i);
                if (value != null && (plan.type() != ChartType.TREND || last)) {
                    wanted.add(Display.text(plan.format(), value));
                }
            }
            if (plan.type() == ChartType.STACKED) {
                wanted.add(Display.text(plan.format(), Selection.total(plan, i)));
            }
        }
        return wanted;
    }

    @ParameterizedTest
    @EnumSource
    void namesItselfAndFillsItsPlace(ChartType type) throws Exception {
        Document svg = parsed(painter.svg(plan(type, "镇"), WIDTH, HEIGHT, "c7"));
        Element root = svg.getDocumentElement();
        assertEquals("0 0 400 420", root.getAttribute("viewBox"));
        assertEquals("100%", root.getAttribute("width"));
        assertEquals("img", root.getAttribute("role"));
        Set<String> ids = new HashSet<>();
        for (Element element : elements(svg)) {
            String id = element.getAttribute("id");
            if (!id.isEmpty()) {
                assertTrue(id.startsWith("c7-"), id);
                assertTrue(ids.add(id), () -> id + " stands twice");
            }
        }
        for (String reference : root.getAttribute("aria-labelledby").split(" ")) {
            assertTrue(ids.contains(reference), reference);
        }
        for (Element element : elements(svg)) {
            String clip = element.getAttribute("clip-path");
            assertTrue(clip.isEmpty() || ids.contains(clip.replaceAll("url\\(#(.*)\\)", "$1")), clip);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsNamesThatLookLikeMarkupAsText(ChartType type) throws Exception {
        String hostile = "<script>&\"]]>\u0001";
        Document plain = parsed(painter.svg(plan(type, "镇"), WIDTH, HEIGHT, "c1"));
        Document svg = parsed(painter.svg(plan(type, hostile), WIDTH, HEIGHT, "c1"));
        assertEquals(names(plain), names(svg));
        assertTrue(words(svg).contains("<script>&\"]]>\uFFFD"), words(svg));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNothingToDraw(ChartType type) throws Exception {
        ChartPlan full = plan(type, "镇");
        List<@Nullable BigDecimal> none = new ArrayList<>(full.series().get(0).values());
        none.replaceAll(value -> null);
        ChartPlan empty =
                full.with(full.subtitle(), full.categories(), List.of(new ChartPlan.Series("本季", none, true)));
        assertTrue(words(parsed(painter.svg(empty, WIDTH, 160, "c1"))).contains("本期无数据"));
    }

    @Test
    void setsBoldTextsBold() throws Exception {
        Document svg = parsed(painter.svg(plan(ChartType.RANKING, "镇"), WIDTH, HEIGHT, "c1"));
        List<String> bold = elements(svg).stream()
                .filter(element -> element.getAttribute("font-weight").equals("bold"))
                .map(Element::getTextContent)
                .toList();
        assertEquals(List.of("标题", "8", "7", "6", "5", "4"), bold);
    }

    @Test
    void leavesPicturesAsTheyWereDrawn() {
        ChartPlan plan = plan(ChartType.TREND, "很长很长的名字");
        byte[] before = painter.paint(plan, WIDTH, 200).png();
        painter.svg(plan, WIDTH, 200, "c1");
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                before, painter.paint(plan, WIDTH, 200).png());
    }

    private static ChartPlan plan(ChartType type, String name) {
        List<String> categories =
                IntStream.range(0, 8).mapToObj(i -> name + (char) ('A' + i)).toList();
        boolean one = type == ChartType.RANKING || type == ChartType.RING;
        List<ChartPlan.Series> series = one ? List.of(series("本季", 1)) : List.of(series("本季", 1), series("上季", 2));
        return new ChartPlan("id", type, "标题", "副题", Format.COUNT, categories, series, 0, Language.ZH, null);
    }

    private static ChartPlan.Series series(String name, int factor) {
        return new ChartPlan.Series(
                name,
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> BigDecimal.valueOf((long) factor * i))
                        .toList(),
                true);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** All texts, those of a broken line joined again. */
    private static String words(Document svg) {
        return elements(svg).stream()
                .filter(element -> element.getLocalName().equals("text"))
                .map(Element::getTextContent)
                .collect(Collectors.joining());
    }

    private static Set<String> names(Document svg) {
        return elements(svg).stream().map(Element::getLocalName).collect(Collectors.toSet());
    }

    private static List<Element> elements(Document svg) {
        NodeList all = svg.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }
}
