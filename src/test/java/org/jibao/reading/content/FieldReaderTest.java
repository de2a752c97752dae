package org.jibao.reading.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneOffset;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;
import org.jibao.reading.Returns;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.layout.Statements;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.SheetCells;
import org.junit.jupiter.api.Test;

/** A sensitive field is judged, and what stands in it is told to nobody. */
class FieldReaderTest {

    private final FindingList findings = new FindingList();

    private void read(Kind kind, boolean required, String text) {
        CellType type = new CellType(kind, null, false);
        Label label = new Label("phone", Text.same("电话"), List.of(), null, type, false);
        Field field = new Field(label, type, required, true, false, List.of(), false, true, false);
        Period period = new Period(PeriodKind.QUARTER, 2026, 3);
        FieldReader reader =
                new FieldReader("requests", "台账", context(period), List.of(new FieldValues(field)), findings);
        reader.read(field, 0, text.isEmpty() ? null : Cell.text(3, 1, text), 3, 1);
    }

    private FieldReader.Context context(Period period) {
        RegisterForm form = new RegisterForm(
                "requests",
                Text.same("台账"),
                new SheetNames("台账", List.of()),
                false,
                RegisterForm.Purpose.ENTRIES,
                List.of());
        FormPlace place = FormPlace.in(new SheetCells("台账", List.of(), null), PreparedForm.of(form));
        Statements none = new Statements(place, new Header(0, 0, List.of()), period, findings);
        return new FieldReader.Context(period, new CellSemantics(ZoneOffset.UTC), none);
    }

    @Test
    void hidesWhatIsInvalid() {
        read(Kind.COUNT, true, "138-0013-8000");
        assertEquals("entry-field-invalid@台账!B4 电话 | *** | count", Returns.line(findings.get(0)));
        assertEquals("***", findings.get(0).value());
    }

    @Test
    void hidesADateAndHowItWasUnderstood() {
        read(Kind.DATE, true, "1949年12月31日");
        assertEquals(1, findings.size());
        assertEquals("entry-out-of-period@台账!B4 电话 | *** | 2026年第三季度", Returns.line(findings.get(0)));
    }

    @Test
    void saysThatItIsMissing() {
        read(Kind.TEXT, true, "");
        assertEquals("entry-field-missing@台账!B4 电话", Returns.line(findings.get(0)));
        assertNull(findings.get(0).value());
    }

    @Test
    void namesFirstRowOfARepeatedOneAndHidesWhatItIs() {
        CellType type = new CellType(Kind.TEXT, null, false);
        Label label = new Label("phone", Text.same("电话"), List.of(), null, type, false);
        Field field = new Field(label, type, false, true, false, List.of(), false, false, true);
        Period period = new Period(PeriodKind.QUARTER, 2026, 3);
        FieldReader reader =
                new FieldReader("requests", "台账", context(period), List.of(new FieldValues(field)), findings);
        for (int row = 3; row <= 5; row++) {
            String text = row == 4 ? "1" : "13800138000";
            reader.read(field, 0, Cell.text(row - 1, 1, text), row - 1, 1);
            reader.checkRepeated(field, text, text);
        }
        assertEquals(
                List.of("entry-repeated@台账!B5 电话 | *** | 3"),
                findings.all().stream().map(Returns::line).toList());
        assertEquals("***", findings.get(0).value());
    }

    @Test
    void saysNothingOfASoundOne() {
        read(Kind.TEXT, true, "13800138000");
        assertEquals(List.of(), findings.all());
    }
}
