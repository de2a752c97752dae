package org.jibao.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.definition.OfficeKey;
import org.jibao.federation.PackageCheck.CheckReport;
import org.jibao.federation.PackageCheck.Refusal;
import org.jibao.finding.Language;
import org.jibao.run.JobFolders;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.testkit.Sheets;

/** A county with two towns, and the city above it with another county, over one small job with a register. */
final class TwoOffices {

    static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    static final String JOB = """
            title: {zh: 收件, en: Letters}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            time-zone: Asia/Shanghai
            file-name: '^(?<unit>[^_]+)_(?<period>.+)$'
            unit-kinds: {office: {zh: 办公室, en: Offices}, town: {zh: 镇, en: Towns}}
            owed-by: [town]
            """;

    static final String GRID = """
            layout: grid
            title: {zh: 收件, en: Letters}
            sheet: {name: 收件}
            cell: {kind: count, unit: 件}
            columns: [{id: all, zh: 合计, en: All}]
            rows: [{id: in, zh: 收到, en: Received}]
            """;

    static final String REGISTER = """
            layout: register
            title: {zh: 台账, en: Register}
            sheet: 台账
            fields:
              - {id: subject, zh: 事项, en: Subject}
              - {id: applicant, zh: 申请人, en: Applicant, sensitive: true}
            """;

    private static final String COUNTY = """
            code,name,kind,parent
            A,甲县,office,
            A1,甲一镇,town,A
            A2,甲二镇,town,A
            """;

    private static final String CITY = """
            code,name,kind,parent
            X,某市,office,
            A,甲县,office,X
            A1,甲一镇,town,A
            A2,甲二镇,town,A
            B,乙县,office,X
            B1,乙一镇,town,B
            """;

    private final Path folder;

    TwoOffices(Path folder) {
        this.folder = folder;
        for (String office : List.of("county", "city")) {
            write(office + "/jobs/letters/job.yaml", JOB);
            write(office + "/jobs/letters/forms/letters.yaml", GRID);
            write(office + "/jobs/letters/forms/cases.yaml", REGISTER);
            write(
                    office + "/jobs/letters/figures.yaml",
                    "figures: {received: {label: {zh: 收到, en: Received}, sum: letters.in.all}}\n");
        }
        write("county/jobs/letters/units.csv", COUNTY);
        write("city/jobs/letters/units.csv", CITY);
    }

    Path write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void change(String file, String text, String replacement) throws IOException {
        String before = Files.readString(folder.resolve(file));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        write(file, before.replace(text, replacement));
    }

    /** A town's return comes to the county. */
    void receive(String name, int letters, Instant at) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("county/inbox"));
        Path file = Sheets.of("收件", "| 项目 | 合计 |\n| 收到 | " + letters + " |\n")
                .and("台账", "| 事项 | 申请人 |\n| 修路 | 王小明 |\n| 13912345678 来电 | 李大力 |\n")
                .save(inbox.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    Path store(String office) {
        return folder.resolve(office + "/data/jibao.duckdb");
    }

    Jibao jibao(String office, Instant at) {
        Path jobs = folder.resolve(office + "/jobs");
        return new Jibao(
                new Settings(
                        jobs,
                        "letters",
                        folder.resolve(office + "/inbox"),
                        store(office),
                        folder.resolve(office + "/out"),
                        Language.EN,
                        Optional.of(Periods.named(JobFolders.head(jobs, "letters"), "2026Q3")),
                        Optional.of(at),
                        1),
                Progress.NONE);
    }

    /** The city enters a key of the county, or of another. */
    void enter(String... lines) {
        write("city/jobs/letters/package-keys.csv", "unit,key,from\n" + String.join("\n", lines) + "\n");
    }

    OfficeKey countyKey() {
        return Objects.requireNonNull(OfficeKeys.beside(store("county")).shown().orElse(null));
    }

    /** The first column of a query over an office's store. */
    List<String> asked(String office, String sql) {
        try (Store store = Store.open(store(office), StoreSettings.DEFAULT)) {
            Rows rows = store.sql().query(sql);
            return rows.stream().map(row -> row.text(rows.columns().get(0))).toList();
        }
    }

    /** The codes with which the city refuses a file. */
    List<String> refusals(Path file) {
        CheckReport report = jibao("city", NOW.plusSeconds(3600)).checkPackage(file);
        if (report.taken() != report.refusals().isEmpty()) {
            throw new AssertionError(report);
        }
        return report.refusals().stream().map(Refusal::code).toList();
    }
}
