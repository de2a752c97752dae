package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Whether everybody can read the page: by phone, by keyboard, by ear. */
final class SummaryPageAccessTest {

    @ParameterizedTest
    @EnumSource
    void saysItsLanguageAndTitle(Language language) {
        PageDocument page = PageDocument.of(County.request(language));
        Element html = page.document().getDocumentElement();
        assertEquals(language == Language.ZH ? "zh-CN" : "en", html.getAttribute("lang"));
        String title = language == Language.ZH
                ? "政务公开季度报表 2026年第三季度"
                : "Quarterly Return on Government Information Disclosure Q3 2026";
        assertEquals(title, page.all("title").get(0).getTextContent());
        assertEquals(title, page.all("h1").get(0).getTextContent().strip());
    }

    @ParameterizedTest
    @EnumSource
    void headingsGoDownOneStepAtATime(Language language) {
        int before = 0;
        int first = 0;
        for (Element element : PageDocument.of(County.request(language)).all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertTrue(level <= before + 1, element.getTextContent());
                assertFalse(element.getTextContent().isBlank());
                first += level == 1 ? 1 : 0;
                before = level;
            }
        }
        assertEquals(1, first);
    }

    @ParameterizedTest
    @EnumSource
    void linksLeadSomewhereAndIdsStandOnce(Language language) {
        PageDocument page = PageDocument.of(County.request(language));
        Set<String> ids = new HashSet<>();
        for (Element element : page.all("*")) {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), id);
        }
        for (Element link : page.all("a")) {
            assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
        }
        assertEquals("#content", page.all("a").get(0).getAttribute("href"));
        assertEquals(
                page.all("h2").size(),
                PageDocument.all(page.all("nav").get(0), "a").size());
    }

    @ParameterizedTest
    @EnumSource
    void tablesHaveCaptionsAndNamedRowsAndColumns(Language language) {
        for (Element table : PageDocument.of(County.request(language)).all("table")) {
            assertFalse(PageDocument.caption(table).isBlank());
            for (Element head : PageDocument.all(table, "th")) {
                boolean column = ((Element) head.getParentNode().getParentNode())
                        .getTagName()
                        .equals("thead");
                assertEquals(column ? "col" : "row", head.getAttribute("scope"));
            }
            int rows = PageDocument.all(table, "tr").size();
            assertEquals(
                    rows - 1,
                    PageDocument.all(table, "th").stream()
                            .filter(head -> head.getAttribute("scope").equals("row"))
                            .count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void boxesThatScrollCanBeReachedAndToldApart(Language language) {
        List<String> names = new ArrayList<>();
        for (Element box : PageDocument.of(County.request(language)).with("class", "box")) {
            assertEquals("0", box.getAttribute("tabindex"));
            assertEquals("region", box.getAttribute("role"));
            names.add(box.getAttribute("aria-label"));
        }
        assertEquals(names.size(), new HashSet<>(names).size());
        assertFalse(names.contains(""));
    }

    @ParameterizedTest
    @EnumSource
    void chartsSayWhatTheyShow(Language language) {
        PageDocument page = PageDocument.of(County.request(language));
        assertEquals(11, page.all("svg").size());
        for (Element chart : page.all("svg")) {
            assertEquals("img", chart.getAttribute("role"));
            for (String id : chart.getAttribute("aria-labelledby").split(" ")) {
                assertFalse(page.with("id", id).get(0).getTextContent().isBlank(), id);
            }
        }
    }

    /** WCAG 2.2 asks for 4.5 to 1. Colours are those of the style, on the grounds on which it puts them. */
    @ParameterizedTest
    @EnumSource
    void textsStandOutFromTheirGround(Language language) {
        String style =
                PageDocument.of(County.request(language)).all("style").get(0).getTextContent();
        for (String dark : List.of("ink", "quiet", "blue", "rust")) {
            for (String light : List.of("paper", "panel", "header")) {
                boolean used = !(light.equals("header") && !dark.equals("ink"));
                if (used) {
                    double ratio = contrast(colour(style, dark), colour(style, light));
                    assertTrue(ratio >= 4.5, () -> dark + " on " + light + " is " + ratio);
                }
            }
        }
        double head = contrast(colour(style, "paper"), colour(style, "dark"));
        assertTrue(head >= 4.5, () -> "the head is " + head);
    }

    private static int colour(String style, String name) {
        Matcher colour = Pattern.compile("--" + name + ":#([0-9A-F]{6});").matcher(style);
        assertTrue(colour.find(), name);
        return Integer.parseInt(colour.group(1), 16);
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
