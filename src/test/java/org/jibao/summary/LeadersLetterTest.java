package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LeadersLetterTest {

    @ParameterizedTest
    @EnumSource
    void saysTheSameTwice(Language language) {
        Letter first = LeadersLetter.of(County.request(language));
        Letter second = LeadersLetter.of(County.request(language));
        assertEquals(first.html(), second.html());
        assertEquals(first.text(), second.text());
        assertEquals(first.subject(), second.subject());
    }

    @Test
    void showsEachPictureThatItBrings() {
        Letter letter = LeadersLetter.of(County.request(Language.ZH));
        List<String> asked = new ArrayList<>();
        Matcher picture = Pattern.compile("src=\"cid:(\\w+)\"").matcher(letter.html());
        while (picture.find()) {
            asked.add(picture.group(1));
        }
        List<String> brought = new ArrayList<>();
        for (int i = 0; i < letter.pictures().size(); i++) {
            brought.add(Letter.pictureId(i));
        }
        assertEquals(brought, asked);
        assertEquals(4, brought.size());
    }

    @Test
    void saysEveryKeyFigureAndSentenceInPlainWordsToo() {
        SummaryRequest request = County.request(Language.EN);
        Letter letter = LeadersLetter.of(request);
        for (KeyFigure figure :
                KeyFigure.of(java.util.Objects.requireNonNull(request.tables().get("key_figures")), Language.EN)) {
            assertTrue(letter.text().contains(figure.label()), figure.label());
            assertTrue(letter.html().contains(figure.label()), figure.label());
        }
        List<String> sentences = sentences(request);
        assertFalse(sentences.isEmpty());
        for (String sentence : sentences) {
            assertTrue(letter.text().contains(sentence), sentence);
        }
    }

    @Test
    void showsTextAsTextWhateverItHolds() {
        SummaryRequest request = County.request(Language.ZH);
        Map<String, MetricTable> tables = new HashMap<>(request.tables());
        tables.put("headlines", headline("<script>alert(1)</script> \"A & B\""));
        Letter letter = LeadersLetter.of(new SummaryRequest(
                request.job(),
                request.period(),
                request.asOf(),
                tables,
                request.language(),
                request.version(),
                request.storeDigest()));
        assertFalse(letter.html().contains("<script"), "markup from a figure");
        assertTrue(letter.html().contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;A &amp; B&quot;"));
    }

    @Test
    void namesTheWorkbookThatHasTheData() {
        SummaryRequest request = County.request(Language.EN);
        Letter letter = LeadersLetter.of(request.withDataIn("季报 <数据>.xlsx"));
        assertTrue(letter.text().contains("“季报 <数据>.xlsx”"), letter.text());
        assertTrue(letter.html().contains("季报 &lt;数据&gt;.xlsx"), letter.html());
        assertFalse(LeadersLetter.of(request).text().contains("数据"), "there is no such workbook");
    }

    private static MetricTable headline(String sentence) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(sentence);
        return new MetricTable("headlines", List.of("sentence"), List.of(row));
    }

    private static List<String> sentences(SummaryRequest request) {
        MetricTable table = java.util.Objects.requireNonNull(request.tables().get("headlines"));
        int column = Columns.index(table, "sentence", request.language());
        return table.rows().stream().map(row -> String.valueOf(row.get(column))).toList();
    }
}
