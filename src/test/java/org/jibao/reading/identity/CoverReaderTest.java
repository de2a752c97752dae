package org.jibao.reading.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.reading.Returns;
import org.jibao.reading.content.TestForms;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.LabelFindings;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cover's label and value may stand in one cell, however they are parted. */
class CoverReaderTest {

    private final FindingList findings = new FindingList();

    private String read(Page page) {
        PreparedForm form = PreparedForm.of(TestForms.cover());
        FormPlace place = FormPlace.in(page.cells(), form);
        LabelFindings labels = new LabelFindings(form, place.sheet(), findings);
        return new CoverReader(place, new CellSemantics(ZoneOffset.UTC))
                .read(labels, findings).stream().map(CoverValue::text).collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "填报单位：青岚县民政局",
                "填报单位:青岚县民政局",
                "填 报 单 位： 青岚县民政局",
                "填报单位：\n青岚县民政局",
                "填报单位\n青岚县民政局",
                "填报单位    青岚县民政局",
                "填报单位：青岚县民政局（盖章）",
                "填报单位：青岚县民政局（公章）",
                "填报单位（盖章）：青岚县民政局",
                "填报单位：青岚县民政局\u200B"
            })
    void readsLabelAndValueInOneCell(String text) {
        assertEquals("青岚县民政局|2026年第三季度", read(Page.of("封面").row(text).row("报告期", "2026年第三季度")));
        assertEquals("青岚县民政局|2026年第三季度", read(Page.of("封面").row("填报单位", text).row("报告期", "报告期：2026年第三季度")));
        assertEquals(0, findings.size());
    }

    @Test
    void readsTwoLabelsInOneCell() {
        assertEquals("青岚县民政局|2026年第三季度", read(Page.of("封面").row("填报单位：青岚县民政局　　报告期：2026年第三季度")));
    }

    @Test
    void readsValuesRightAndBelow() {
        assertEquals("甲局|2026Q3", read(Page.of("封面").row("填报单位", "报告期").row("甲局", "2026Q3")));
    }

    @Test
    void takesNoValueWithTextStruckOut() {
        Page page = Page.of("封面").row("填报单位", "甲局").row("报告期", Page.marked("2026年第二季度第三季度", Cell.Mark.STRUCK_OUT));
        assertEquals("甲局", read(page));
        assertEquals(
                List.of("cell-set-apart@封面!B2 报告期 | 2026年第二季度第三季度 | struck-out"),
                findings.all().stream().map(Returns::line).toList());
    }
}
