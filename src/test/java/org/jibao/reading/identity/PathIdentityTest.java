package org.jibao.reading.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.reading.Returns;
import org.jibao.testkit.PlainJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a return is and for when, by the folders in which it lies and by the run. */
class PathIdentityTest {

    private static final String PATH = "^(?<period>[^/]+)/(?<unit>[^/]+)/";

    private static JobDefinition job(PeriodKind kind, @Nullable String path) {
        Pattern name = Pattern.compile("^(?<unit>T\\d)(?:_(?<period>.+))?$");
        return PlainJob.of(
                new PeriodCalendar(kind),
                new FileNamePattern(name, path == null ? null : Pattern.compile(path), false),
                List.of("T1", "T2"));
    }

    private static String read(JobDefinition job, String path) {
        return read(job, path, null);
    }

    private static String read(JobDefinition job, String path, @Nullable Period ofRun) {
        try {
            Identity identity = new IdentityReader(job, new UnitNames(job), ofRun).read(path, Map.of(), List.of());
            return identity.unit().code() + " " + identity.period();
        } catch (Rejection rejection) {
            return Returns.line(rejection.reason());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026年第三季度/T1/return.xlsx, T1 2026Q3",
        "Q3 2026/T2/returns/T2.v1.xlsx, T2 2026Q3",
        "2026Q3/T1/T1_2026年三季度.xlsx, T1 2026Q3",
        "2026Q3.zip/T2/a.xlsx, T2 2026Q3"
    })
    void readsUnitAndPeriodFromTheFolders(String path, String expected) {
        assertEquals(expected, read(job(PeriodKind.QUARTER, PATH), path));
    }

    @Test
    void rejectsFolderAndNameThatDisagree() {
        assertEquals(
                "identity-conflict period | 2026年第二季度 | file-name | 2026年第三季度 | path",
                read(job(PeriodKind.QUARTER, PATH), "2026Q3/T1/T1_2026Q2.xlsx"));
        assertEquals(
                "identity-conflict unit | T2 | file-name | T1 | path",
                read(job(PeriodKind.QUARTER, PATH), "2026Q3/T1/T2.xlsx"));
    }

    @Test
    void saysWhichPatternDoesNotMatch() {
        assertEquals(
                "unit-missing ；文件名“return.xlsx”与 job.yaml 的 file-name 不符；文件夹和文件名“inbox/return.xlsx”与 job.yaml 的 path 不符",
                read(job(PeriodKind.QUARTER, PATH), "inbox/return.xlsx"));
        assertEquals(
                "period-missing ；文件夹和文件名“T1.xlsx”与 job.yaml 的 path 不符 | 2026年7月20日 | 2026-07-20",
                read(job(PeriodKind.DAY, PATH), "T1.xlsx"));
    }

    @Test
    void takesThePeriodOfTheRunForReturnsThatSayNone() {
        Period run = Period.parse("2026Q3").orElseThrow();
        assertEquals("T1 2026Q3", read(job(PeriodKind.QUARTER, null), "T1.xlsx", run));
        assertEquals("T1 2026Q3", read(job(PeriodKind.QUARTER, null), "T1_final.xlsx", run));
        assertEquals("T1 2026Q2", read(job(PeriodKind.QUARTER, null), "T1_Q2 2026.xlsx", run));
        assertEquals("period-missing  | 2026年第三季度 | 2026Q3", read(job(PeriodKind.QUARTER, null), "T1.xlsx"));
    }

    @Test
    void asksForADateThatMayBeTwoDays() {
        assertEquals("T1 2026-07-31", read(job(PeriodKind.DAY, null), "T1_31.07.2026.xlsx"));
        assertEquals(
                "period-ambiguous 03.04.2026 | 2026年4月3日 | 2026年3月4日",
                read(job(PeriodKind.DAY, null), "T1_03.04.2026.xlsx"));
    }

    @Test
    void wordsTheAmbiguousDateInBothLanguages() throws Rejection {
        JobDefinition job = job(PeriodKind.DAY, null);
        Optional<Rejection> rejection = Optional.empty();
        try {
            new IdentityReader(job, new UnitNames(job)).read("T1_03.04.2026.xlsx", Map.of(), List.of());
        } catch (Rejection ambiguous) {
            rejection = Optional.of(ambiguous);
        }
        assertEquals(
                FindingCode.PERIOD_AMBIGUOUS.code(),
                rejection.orElseThrow().reason().code());
        assertEquals(
                "The date \"03.04.2026\" may be 3 April 2026 or 4 March 2026: which number is the month cannot be told",
                Messages.render(rejection.orElseThrow().reason(), Language.EN));
    }
}
