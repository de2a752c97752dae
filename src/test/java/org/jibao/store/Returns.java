package org.jibao.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;

/** Checked returns of the sample job, as reading and checking would hand them over. */
final class Returns {

    static final Instant FIRST_DAY = Instant.parse("2026-10-01T01:00:00Z");

    private Returns() {}

    static CheckedReturn of(String file, String bytes, Unit unit, String period, Finding... findings) {
        return of(file, bytes, unit, period, new BigDecimal("2"), findings);
    }

    static CheckedReturn of(
            String file, String bytes, Unit unit, String period, BigDecimal value, Finding... findings) {
        List<Observation> cells = new ArrayList<>();
        cells.add(new Observation("requests", "new", "other", CellStatus.VALUE, value, "2", "表二", "B2"));
        cells.add(new Observation("requests", "row", "column", CellStatus.BLANK, null, "", "表二", "C4"));
        Entry entry = new Entry("register", "台账", 5, Map.of("title", "通知", "published_on", LocalDate.of(2026, 7, 1)));
        ReturnDocument document = new ReturnDocument(
                file(file, bytes),
                unit,
                Period.parse(period).orElseThrow(),
                "1",
                Map.of("cover.unit_name", unit.name(), "cover.period", period),
                cells,
                Entries.of(List.of(entry)),
                Map.of("rule.b", "属实", "rule.a", "已核实"),
                List.of(findings));
        return new CheckedReturn(new Reading.Read(document), List.of(findings));
    }

    static CheckedReturn rejected(String file, String bytes, Finding reason) {
        return new CheckedReturn(new Reading.Rejected(file(file, bytes), reason), List.of(reason));
    }

    static Finding error() {
        return Finding.of(
                FindingCode.CELL_INVALID, Place.cell("表二", "B2"), "requests/new/other", "x条", "新收", "x条", "count");
    }

    static Finding warning() {
        return Finding.of(FindingCode.CELL_SENSITIVE, Place.cell("台账", "A5"), "register/title", null, "标题", "phone");
    }

    static Finding unknownUnit() {
        return Finding.of(FindingCode.UNIT_UNKNOWN, Place.FILE, "", "某局", "某局", "");
    }

    static Finding encrypted() {
        return Finding.of(FindingCode.FILE_ENCRYPTED, Place.FILE, "", null);
    }

    private static InboxFile file(String name, String bytes) {
        return new InboxFile(
                Path.of("received.xlsx"),
                name,
                bytes.length(),
                "sha-" + bytes,
                FIRST_DAY,
                InboxFile.Container.OOXML,
                null);
    }
}
