package org.jibao.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.OwnerReader;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.run.NewFiles;
import org.jibao.run.Progress;
import org.jibao.run.SplitCollects;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;

/**
 * An inbox of small texts {@code <unit> <period> <carried in> <carried out>}, or others that cannot be read, and a store beside it. What runs and
 * recovers is under test here, not how Excel is read.
 */
public final class Folder {

    public static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    public static final Period THIRD = Period.parse("2026Q3").orElseThrow();

    /** Whatever a rule says of one return alone is not under test either: each store asks the engine about every rule at first. */
    public static final JobDefinition JOB =
            SplitCollects.withFewerRules(JobLoader.load(Path.of("jobs/quarterly-disclosure")));

    private static final OwnerReader OWNERS = new OwnerReader(JOB);

    private final Path root;
    private int minute;

    public Folder(Path root) {
        this.root = root;
    }

    Path inbox() {
        return root.resolve("inbox");
    }

    public Path store() {
        return root.resolve("jibao.duckdb");
    }

    public Store open() {
        return FreshStore.open(store());
    }

    /** Received on 2026-10-09, each a minute after the one before. */
    public void receive(String name, String text) {
        receive(name, text, Instant.parse("2026-10-09T00:00:00Z").plusSeconds(60L * ++minute));
    }

    public void receive(String name, String text, Instant at) {
        try {
            Path file = inbox().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NewFiles listing() {
        return NewFiles.of(NewFiles.walked(inbox()), Limits.standard(), ZoneId.of("Asia/Shanghai"));
    }

    public CollectOutcome collect(Store store) {
        return collect(store, Folder::read);
    }

    public CollectOutcome collect(Store store, Function<InboxFile, Reading> reader) {
        return new Collector(store, JOB, reader, 2, 2, Progress.NONE).collect(listing(), THIRD, NOW);
    }

    public static Reading read(InboxFile file) {
        try {
            String[] words = new String(file.bytes(), StandardCharsets.UTF_8).split(" ");
            return words.length == 4
                    ? new Reading.Read(document(file, words))
                    : new Reading.Rejected(
                            file, Finding.of(FindingCode.UNIT_MISSING, Place.FILE, "", null, ""), OWNERS.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReturnDocument document(InboxFile file, String[] words) {
        return new ReturnDocument(
                file,
                JOB.roster().byCode(words[0]).orElseThrow(),
                Period.parse(words[1]).orElseThrow(),
                "2024",
                Map.of(),
                List.of(cell("carried_in", words[2], "B3"), cell("carried_out", words[3], "B26")),
                Entries.NONE,
                Map.of(),
                List.of());
    }

    private static Observation cell(String row, String value, String address) {
        BigDecimal number = new BigDecimal(value);
        CellStatus status = number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
        return new Observation("requests", row, "natural", status, number, value, "表二", address);
    }

    /** Everything that may not differ between an undisturbed run and a disturbed one. */
    static Map<String, Rows> contents(Store store) {
        Map<String, Rows> tables = new TreeMap<>();
        String names = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'intake' AND table_name <>"
                + " 'store_version'";
        store.sql().query(names).rows().forEach(row -> {
            String table = "intake.\"" + row.get(0) + '"';
            tables.put(table, store.sql().query("FROM " + table + " ORDER BY ALL"));
        });
        tables.put("returns.parameter", store.sql().query("FROM returns.parameter"));
        return tables;
    }
}
