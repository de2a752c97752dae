package org.jibao.store;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.CellType;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.Field;
import org.jibao.definition.FileLimits;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.ReferenceTable;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Roster;
import org.jibao.definition.SheetNames;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;

/** A job of two units, one grid whose ids are words of SQL, and one register. */
final class SampleJob {

    static final CellType COUNT = new CellType(CellType.Kind.COUNT, null, false);
    static final Unit TOWN = unit("T1", "青山镇");
    static final Unit STREET = unit("S1", "城东街道");

    private SampleJob() {}

    static JobDefinition create() {
        return withForms(List.of(grid(), register("title", "published_on")));
    }

    static JobDefinition withForms(List<FormDefinition> forms) {
        return with("sample", forms, List.of());
    }

    static JobDefinition withReference(String id, ReferenceTable... tables) {
        return with(id, List.of(grid()), List.of(tables));
    }

    private static JobDefinition with(String id, List<FormDefinition> forms, List<ReferenceTable> reference) {
        return new JobDefinition(
                id,
                Path.of("jobs", id),
                Text.same("样例"),
                "1",
                PeriodKind.QUARTER,
                new DueRule(10, DueRule.Shift.NEXT_WORKING_DAY),
                60,
                ZoneId.of("Asia/Shanghai"),
                "0 0 1 * * *",
                new FileNamePattern(Pattern.compile("(?<unit>.+)_(?<period>.+)")),
                FileLimits.STANDARD,
                DeliveryDefinition.NONE,
                Map.of("town", new Text("乡镇", "Townships")),
                List.of("town"),
                new Roster(List.of(TOWN, STREET)),
                () -> new JobContents(
                        forms,
                        List.of(),
                        List.of(),
                        reference,
                        new SummaryDefinition(List.of(), List.of(), List.of(), List.of())),
                job -> false,
                "digest",
                "");
    }

    static GridForm grid() {
        return new GridForm(
                "requests",
                Text.same("表二"),
                sheet("表二"),
                false,
                COUNT,
                List.of(label("new"), label("total"), label("row")),
                List.of(label("other"), label("column")));
    }

    static RegisterForm register(String... fields) {
        return new RegisterForm(
                "register",
                Text.same("台账"),
                sheet("台账"),
                false,
                RegisterForm.Purpose.ENTRIES,
                java.util.Arrays.stream(fields).map(SampleJob::field).toList());
    }

    private static Field field(String id) {
        CellType.Kind kind = id.endsWith("_on") ? CellType.Kind.DATE : CellType.Kind.TEXT;
        CellType type = new CellType(kind, null, false);
        return new Field(label(id), type, false, id.startsWith("secret"), false, List.of(), false, false, false);
    }

    static Label label(String id) {
        return new Label(id, new Text("标" + id, id), List.of(), null, null, false);
    }

    private static SheetNames sheet(String name) {
        return new SheetNames(name, List.of());
    }

    private static Unit unit(String code, String name) {
        return new Unit(code, name, "town", null, List.of(), null, null, List.of());
    }
}
