package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.loading.JobLoader;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.testkit.SmallJob;
import org.jibao.testkit.WorkbookChecklist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blank forms hold the checklist of public bodies as well as what is published. */
class TemplateChecklistTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Path temporary;
    private final TemplateWriter writer = new TemplateWriter();

    TemplateChecklistTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void everyShippedJobHoldsIt() throws IOException {
        List<String> broken = new ArrayList<>();
        int templates = 0;
        for (Path folder : shipped()) {
            JobDefinition job = JobLoader.load(folder);
            for (Unit unit : oneOfEachKind(job)) {
                WorkbookChecklist.violationsOfBlankForms(write(job, unit))
                        .forEach(violation -> broken.add(job.id() + ": " + violation));
                templates++;
            }
        }
        assertEquals(List.of(), broken);
        assertEquals(27, templates);
    }

    @Test
    void listsHoldItToo() throws IOException {
        JobDefinition job = SmallJob.load(temporary, "g", """
                layout: list
                title: {zh: 一览, en: List}
                sheet: {name: List}
                unit: body
                fields: [Body, {label: Received, id: received}, {label: Answered in time, id: in_time}]
                """);
        assertEquals(
                List.of(),
                WorkbookChecklist.violationsOfBlankForms(
                        write(job, job.roster().units().get(0))));
    }

    /** The corner of a grid is a header, too, also where a column is called as the corner would be. */
    @Test
    void cornersAlwaysSayWhatIsBelow() throws IOException {
        JobDefinition job = SmallJob.load(temporary, "g", """
                layout: grid
                title: {zh: 一览, en: List}
                sheet: {name: Table}
                cell: {kind: count}
                columns:
                  - {id: a, zh: 项目, en: Item}
                  - {id: b, zh: 答复, en: Answered}
                rows:
                  - {id: r, zh: 信, en: Letters}
                """);
        assertEquals(
                List.of(),
                WorkbookChecklist.violationsOfBlankForms(
                        write(job, job.roster().units().get(0))));
    }

    /** From the header's first row, with the labels of the rows, to the last row. */
    @Test
    void everyFormHasItsName() throws IOException {
        JobDefinition job = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
        Unit unit = job.roster().byCode("QL303").orElseThrow();
        assertEquals(
                Map.of(
                        "table_proactive", "'表一 主动公开'!$A$4:$D$16",
                        "table_channels", "'表一 主动公开'!$A$20:$C$28",
                        "table_documents", "'表一 主动公开'!$A$32:$B$34"),
                names(write(job, unit), "表一 主动公开"));
    }

    private static Map<String, String> names(Path file, String sheet) throws IOException {
        Map<String, String> names = new TreeMap<>();
        try (InputStream stream = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            XSSFSheet found = workbook.getSheet(sheet);
            for (XSSFName name : workbook.getAllNames()) {
                if (name.getSheetIndex() == workbook.getSheetIndex(found)
                        && name.getNameName().startsWith("table_")) {
                    names.put(name.getNameName(), name.getRefersToFormula());
                }
            }
        }
        return names;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("jobs"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("job.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** Units of a kind get the same sheets. */
    private static Collection<Unit> oneOfEachKind(JobDefinition job) {
        Map<String, Unit> kinds = new TreeMap<>();
        job.roster().units().stream().filter(job::owes).forEach(unit -> kinds.putIfAbsent(unit.kind(), unit));
        return kinds.values();
    }

    private Path write(JobDefinition job, Unit unit) throws IOException {
        Period period = job.periods().containing(DAY);
        Path file = temporary.resolve(job.id() + "-" + unit.code() + ".xlsx");
        LocalDate due = job.due().dueDate(period, WorkingDays.china());
        writer.write(new TemplateRequest(job, unit, period, due, BroughtForward.nothing(period.previous()), "1"), file);
        return file;
    }
}
