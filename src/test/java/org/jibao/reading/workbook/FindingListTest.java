package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Place;
import org.junit.jupiter.api.Test;

class FindingListTest {

    private final FindingList list = new FindingList();

    private void add(FindingCode code, int times) {
        for (int row = 1; row <= times; row++) {
            String[] values = code.arguments().toArray(String[]::new);
            list.add(Finding.of(code, Place.cell("台账", "A" + row), "items/day", null, values));
        }
    }

    @Test
    void keepsAllWhileTheyAreFew() {
        add(FindingCode.CELL_TEXT_DATE, Finding.MOST_KEPT);
        assertEquals(Finding.MOST_KEPT, list.all().size());
    }

    @Test
    void keepsTheFirstOfEachSeverityAndCountsTheOthers() {
        add(FindingCode.CELL_TEXT_DATE, 900_000);
        add(FindingCode.CELL_TEXT_NUMBER, 5);
        add(FindingCode.ENTRY_FIELD_MISSING, 2);
        List<Finding> all = list.all();
        assertEquals(Finding.MOST_KEPT + 2 + 2, all.size());
        assertEquals("A1000", all.get(Finding.MOST_KEPT - 1).place().cell());
        assertEquals("entry-field-missing", all.get(Finding.MOST_KEPT).code());
        assertEquals(
                List.of(
                        "还有 899000 条“cell-text-date”未逐条列出：同类问题只列前 1000 条",
                        "还有 5 条“cell-text-number”未逐条列出：同类问题只列前 1000 条"),
                all.subList(Finding.MOST_KEPT + 2, all.size()).stream()
                        .map(finding -> Messages.render(finding, Language.ZH))
                        .toList());
    }
}
