package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What the page may do to who opens it: nothing is loaded, nothing runs but its own script, and no text becomes markup. */
final class SummaryPageSafetyTest {
    private static final String HOSTILE = "<script>alert(1)</script>\" onmouseover=\"x\" '&amp; ]]> \u0001\u001F<b>";

    @ParameterizedTest
    @EnumSource
    void everyTextStaysText(Language language) {
        SummaryRequest request = County.request(language);
        PageDocument plain = PageDocument.of(request);
        PageDocument hostile = PageDocument.of(hostile(request));
        assertEquals(kinds(plain), kinds(hostile));
        assertEquals(1, hostile.all("script").size());
        String seen = HOSTILE.replace("\u0001\u001F", "\uFFFD\uFFFD");
        for (String place : List.of("title", "h1", "h2", "caption", "th", "td", "li", "a", "p", "text")) {
            assertTrue(
                    hostile.all(place).stream()
                            .anyMatch(element -> element.getTextContent().contains(seen)),
                    place);
        }
        assertEquals(-1, hostile.text().indexOf('\u0001'));
    }

    /** The names of elements, and of attributes with the elements that bear them. */
    private static Set<String> kinds(PageDocument page) {
        Set<String> kinds = new TreeSet<>();
        for (Element element : page.all("*")) {
            kinds.add(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                kinds.add(element.getTagName() + " "
                        + ((Attr) element.getAttributes().item(i)).getName());
            }
        }
        // Where a chart's texts are longer it is drawn with other shapes.
        kinds.removeIf(kind -> kind.matches("(text|rect|line|path|polygon|clipPath|tspan).*"));
        return kinds;
    }

    private static SummaryRequest hostile(SummaryRequest request) {
        Map<String, MetricTable> tables = new LinkedHashMap<>();
        request.tables().forEach((id, table) -> tables.put(id, hostile(table)));
        SummaryDefinition summary = request.job().summary();
        SummaryDefinition changed = new SummaryDefinition(
                summary.tables().stream().map(SummaryPageSafetyTest::hostile).toList(),
                summary.charts().stream().map(SummaryPageSafetyTest::hostile).toList(),
                List.of(),
                summary.sheets().stream()
                        .map(sheet -> new Sheet(sheet.id(), sheet.kind(), hostile(sheet.title()), sheet.blocks()))
                        .toList());
        return new SummaryRequest(
                CountyJob.job(hostile(request.job().title()), changed),
                request.period(),
                request.asOf(),
                tables,
                request.language(),
                request.version(),
                request.storeDigest());
    }

    /** Every text but the codes that the program itself reads. */
    private static MetricTable hostile(MetricTable table) {
        Set<String> codes = Set.of("format", "change_format", "id");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> changed = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                boolean text = row.get(i) instanceof String
                        && !codes.contains(table.columns().get(i));
                changed.add(text ? row.get(i) + HOSTILE : row.get(i));
            }
            rows.add(changed);
        }
        return new MetricTable(table.id(), table.columns(), rows);
    }

    private static Table hostile(Table table) {
        Text note = table.note();
        return new Table(
                table.id(),
                hostile(table.title()),
                note == null ? null : hostile(note),
                hostile(table.empty()),
                table.columns().stream()
                        .map(column ->
                                new Column(column.name(), hostile(column.label()), column.format(), column.width()))
                        .toList(),
                table.file(),
                table.sql());
    }

    private static Chart hostile(Chart chart) {
        return new Chart(
                chart.id(),
                chart.type(),
                chart.table(),
                chart.category(),
                chart.values(),
                chart.series(),
                chart.focus(),
                chart.format(),
                hostile(chart.title()),
                hostile(chart.subtitle()),
                chart.limit());
    }

    private static Text hostile(Text text) {
        return new Text(text.zh() + HOSTILE, text.en() + HOSTILE);
    }

    @ParameterizedTest
    @EnumSource
    void loadsNothingAndRunsNothingOfOthers(Language language) {
        PageDocument page = PageDocument.of(County.request(language));
        for (Element element : page.all("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                String name = attribute.getName();
                String value = attribute.getValue();
                assertTrue(!name.equals("src") && !name.equals("style") && !name.startsWith("on"), name);
                assertTrue(!name.equals("href") || value.startsWith("#"), value);
                assertTrue(!value.contains("url(") || value.startsWith("url(#"), value);
            }
        }
        for (String loading : List.of("link", "img", "iframe", "object", "embed", "image", "use", "base", "form")) {
            assertEquals(List.of(), page.all(loading), loading);
        }
        String style = page.all("style").get(0).getTextContent();
        assertTrue(!style.contains("url(") && !style.contains("@import"), style);
    }

    @Test
    void policyKnowsTheStyleAndTheScriptAndNothingElse() throws Exception {
        PageDocument page = PageDocument.of(County.request(Language.EN));
        String policy =
                page.with("http-equiv", "Content-Security-Policy").get(0).getAttribute("content");
        assertEquals(
                "default-src 'none'; style-src '" + hash(page, "style") + "'; script-src '" + hash(page, "script")
                        + "'; base-uri 'none'; form-action 'none'",
                policy);
    }

    /** Of the characters between the tags, as a browser takes it. */
    private static String hash(PageDocument page, String element) throws Exception {
        int from = page.text().indexOf("<" + element + ">") + element.length() + 2;
        String content = page.text().substring(from, page.text().indexOf("</" + element + ">", from));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void staysSmall() {
        int bytes = PageDocument.of(County.request(Language.ZH)).text().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 200_000, () -> bytes + " bytes");
    }
}
