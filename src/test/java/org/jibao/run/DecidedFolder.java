package org.jibao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.collect.CollectOutcome;
import org.jibao.collect.Collector;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;

/**
 * The shipped quarterly job with a summary of a few tables, and an inbox of small texts: {@code unit period} and then
 * {@code issued=120}, {@code disclosed=80}, {@code warning=<text found>}, {@code explained=<text>}, {@code error=<text>} and
 * {@code entry=<number>:<kind>}. What officers decide is under test, not how Excel is read.
 */
public final class DecidedFolder {

    public static final Period SECOND = Period.parse("2026Q2").orElseThrow();

    private static final String SUMMARY = """
            sheets:
              - {id: cover, kind: cover, title: {zh: 封面, en: Cover}, blocks: [coverage]}
              - {id: units, kind: page, title: {zh: 报送, en: Units}, blocks: [reporting_units]}
              - {id: absent, kind: page, title: {zh: 未报, en: Absent}, blocks: [reporting_absent]}
              - {id: revisions, kind: page, title: {zh: 修订, en: Revisions}, blocks: [revision_basis, revision_causes, revisions, replacements]}
              - {id: findings, kind: page, title: {zh: 问题, en: Findings}, blocks: [findings]}
            order: [cover, units, absent, revisions, findings]
            leave-out: [contents, leaders, reporting, reporting_absent, reporting_units, reporting_matrix, topic1,
              topic1_units, trend, notes, tidy, provenance]
            """;

    /** One figure is enough to be revised; each summary is quicker without the others. */
    private static final String FIGURES = """
            figures:
              documents_rate:
                label: {zh: 公文主动公开率, en: Documents disclosed}
                rate: documents.disclosed.documents / documents.issued.documents
            """;

    /** A file that nothing uses is a mistake; no rule is under test. */
    private static final List<Path> LEFT_OUT = Stream.of("tables", "metrics", "reference", "checks")
            .map(part -> Path.of("jobs/quarterly-disclosure", part))
            .toList();

    private final Path root;

    public DecidedFolder(Path root) throws IOException {
        this.root = root;
        for (String part : List.of("common", "quarterly-disclosure")) {
            copy(Path.of("jobs", part), root.resolve("jobs").resolve(part));
        }
        Path job = root.resolve("jobs/quarterly-disclosure");
        Files.writeString(job.resolve("summary.yaml"), SUMMARY);
        Files.writeString(job.resolve("figures.yaml"), FIGURES);
        Path yaml = job.resolve("job.yaml");
        Files.writeString(yaml, Files.readString(yaml).replaceAll("(?m)^(metrics|reference): .*$", "$1: []"));
        Files.createDirectories(root.resolve("inbox"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(path -> LEFT_OUT.stream().noneMatch(path::startsWith))
                    .toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    public JobDefinition job() {
        return JobLoader.load(root.resolve("jobs/quarterly-disclosure"));
    }

    /** Says in the roster from where two units send. */
    public void senders(String first, String second) throws IOException {
        Path roster = root.resolve("jobs/common/units.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(roster)) {
            String senders = line.startsWith("code,")
                    ? "senders"
                    : line.startsWith("QL101,") ? first : line.startsWith("QL102,") ? second : "";
            lines.add(line + "," + senders);
        }
        Files.write(roster, lines);
    }

    /** The same of the unit above them all. */
    public void parent(String sender) throws IOException {
        Path roster = root.resolve("jobs/common/units.csv");
        Files.writeString(roster, Files.readString(roster).replaceFirst("(?m)^(QL000,.*),$", "$1," + sender));
    }

    /** Adds to {@code job.yaml}. */
    public void job(String yaml) throws IOException {
        Files.writeString(root.resolve("jobs/quarterly-disclosure/job.yaml"), yaml, StandardOpenOption.APPEND);
    }

    /** The lines of the register of receipt, {@code file,received_at,sender}. */
    public void register(String... lines) throws IOException {
        Files.writeString(root.resolve("received.csv"), "file,received_at,sender\n" + String.join("\n", lines) + "\n");
    }

    public MarkKeyFile key() {
        return MarkKeyFile.beside(root.resolve("jibao.duckdb"));
    }

    /** A file comes and is collected at once. */
    public CollectOutcome receive(String name, String text, Instant at) {
        put(name, text, at);
        return collect(at);
    }

    /** A file comes. */
    public void put(String name, String text, Instant at) {
        try {
            Path file = root.resolve("inbox").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CollectOutcome collect(Instant at) {
        JobDefinition job = job();
        try (Store store = open()) {
            return new Collector(store, job, file -> read(job, file), 1, 10, Progress.NONE)
                    .collect(
                            NewFiles.of(
                                    NewFiles.walked(root.resolve("inbox")),
                                    Limits.standard(),
                                    ZoneId.of("Asia/Shanghai")),
                            SECOND,
                            at);
        }
    }

    public Store open() {
        return FreshStore.open(root.resolve("jibao.duckdb"));
    }

    public Jibao jibao(Instant asOf) {
        return jibao(asOf, SECOND);
    }

    public Jibao jibao(Instant asOf, Period period) {
        return new Jibao(
                new Settings(
                        root.resolve("jobs"),
                        "quarterly-disclosure",
                        root.resolve("inbox"),
                        root.resolve("jibao.duckdb"),
                        root.resolve("out"),
                        Language.EN,
                        Optional.of(period),
                        Optional.of(asOf),
                        1),
                Progress.NONE);
    }

    /** The query of a table of the summary. */
    public String table(String id) {
        return job().summary().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow()
                .sql();
    }

    /** The summary as of a time, as it stands in the file. */
    public byte[] summary(Instant asOf) {
        try {
            return Files.readAllBytes(jibao(asOf).summarize().files().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(JobDefinition job, InboxFile file) {
        String text;
        try {
            text = Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] words = text.split(" ");
        List<Observation> cells = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> explanations = new LinkedHashMap<>();
        String code = null;
        for (String word : List.of(words).subList(2, words.length)) {
            String[] parts = word.split("=", 2);
            switch (parts[0]) {
                case "warning" ->
                    findings.add(Finding.of(
                            FindingCode.CELL_SENSITIVE,
                            Place.cell("台账", "B6"),
                            "register/title",
                            parts[1],
                            "标题",
                            "phone"));
                case "error" ->
                    findings.add(Finding.of(
                            FindingCode.CELL_BLANK, Place.cell("表一", "B3"), "proactive/total", parts[1], "合计"));
                case "code" -> code = parts[1];
                case "explained" -> explanations.put("cell-sensitive", parts[1]);
                case "entry" -> entries.add(entry(parts[1].split(":"), entries.size() + 4));
                default -> cells.add(cell(parts[0], parts[1]));
            }
        }
        return new Reading.Read(new ReturnDocument(
                file,
                job.roster().byCode(words[0]).orElseThrow(),
                Period.parse(words[1]).orElseThrow(),
                "2024",
                code,
                Map.of(),
                cells,
                Entries.of(entries),
                explanations,
                findings));
    }

    private static Observation cell(String row, String value) {
        return new Observation(
                "documents",
                row,
                "documents",
                CellStatus.VALUE,
                new BigDecimal(value),
                value,
                "表一 主动公开",
                row.equals("issued") ? "B31" : "B32");
    }

    private static Entry entry(String[] parts, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", parts[0]);
        values.put("kind", parts[1]);
        return new Entry("message_register", "留言台账", row, values);
    }
}
