package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Language;
import org.jibao.guard.SafeFileName;
import org.jibao.template.Templates.TemplateNames;
import org.junit.jupiter.api.Test;

class TemplateNamesTest {

    private static final Period QUARTER = Period.parse("2026Q3").orElseThrow();

    private static Unit unit(String code, String name) {
        return new Unit(code, name, "town", null, List.of(), null, null, List.of(), new Contact(null, null, null));
    }

    @Test
    void unitIsCalledWhatItIsCalled() {
        Unit unit = unit("A1", "青岚县教育局");
        assertEquals(
                "青岚县教育局_2026年第三季度.xlsx",
                new TemplateNames(List.of(unit), QUARTER, new TemplateTexts(Language.ZH)).of(unit));
    }

    @Test
    void unitsThatFileSystemsTakeForOneHaveTheirCodes() {
        List<Unit> units = List.of(
                unit("A1", "甲/乙局"),
                unit("A2", "甲_乙局"),
                unit("B1", "IT局"),
                unit("B2", "it局"),
                unit("C1", "caf\u00e9"),
                unit("C2", "cafe\u0301"),
                unit("d1", "丁/局"),
                unit("D1", "丁:局"));
        TemplateNames names = new TemplateNames(units, QUARTER, new TemplateTexts(Language.ZH));
        assertEquals("甲_乙局（A1）_2026年第三季度.xlsx", names.of(units.get(0)));
        assertEquals("甲_乙局（A2）_2026年第三季度.xlsx", names.of(units.get(1)));
        assertEquals("IT局（B1）_2026年第三季度.xlsx", names.of(units.get(2)));
        Set<String> keys = new HashSet<>();
        units.forEach(unit -> keys.add(SafeFileName.key(names.of(unit))));
        assertEquals(8, keys.size());
    }

    @Test
    void longNamesWithOneBeginningAreToldApart() {
        List<Unit> units = List.of(unit("A1", "局".repeat(100) + "甲"), unit("A2", "局".repeat(100) + "乙"));
        TemplateNames names = new TemplateNames(units, QUARTER, new TemplateTexts(Language.ZH));
        assertEquals(2, Set.of(names.of(units.get(0)), names.of(units.get(1))).size());
    }
}
