package org.jibao.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.export.DescriptorJson.Descriptor;
import org.jibao.export.SourceTables.SourceTable;
import org.jibao.export.TableWriter.DescribedTable;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Writes every table of a job from a store that is thrown away afterwards, into a folder that the store may write to. */
public final class Exporter {
    private static final Wording WORDS = Wording.of(Exporter.class);

    private final Sql sql;
    private final JobDefinition job;
    private final Optional<Period> only;
    private final Instant asOf;
    private final String program;

    /**
     * @param sql of a store in which the job's metrics have been computed as of the time
     * @param only the one period that is exported, or empty for all
     * @param program its version
     */
    public Exporter(Sql sql, JobDefinition job, Optional<Period> only, Instant asOf, String program) {
        this.sql = sql;
        this.job = job;
        this.only = only;
        this.asOf = asOf;
        this.program = program;
    }

    /** How much was written. */
    public record Count(int tables, long rows) {}

    /** The same store, time and job folder give the same CSV and the same descriptor. */
    public Count write(Path folder, MailsOnRecord mails) throws IOException {
        OwnFiles.folders(folder.resolve("csv"));
        OwnFiles.folders(folder.resolve("parquet"));
        sql.execute("CREATE SCHEMA export");
        SourceTables sources = new SourceTables(job, only);
        TableWriter writer = new TableWriter(sql, folder, job.languages());
        List<DescribedTable> written = new ArrayList<>();
        for (SourceTable table : sources.all()) {
            written.add(writer.write(table));
        }
        for (SourceTable table : new MailTables(sql, mails).load(only)) {
            written.add(writer.write(table));
        }
        for (MetricDefinition metric : job.metrics()) {
            written.add(writer.write(sources.metric(metric, columns(metric))));
        }
        Descriptor descriptor = new Descriptor(
                sources.packageName(),
                only.map(period -> title(period.label())).orElse(job.title()),
                WORDS.text("export.description"),
                job.languages(),
                job.id(),
                job.digest(),
                asOf,
                program,
                written);
        OwnFiles.write(folder.resolve(Descriptor.NAME), DescriptorJson.of(descriptor));
        return new Count(
                written.size(), written.stream().mapToLong(DescribedTable::rows).sum());
    }

    private Text title(Text period) {
        return new Text(job.title().zh() + " " + period.zh(), job.title().en() + " " + period.en());
    }

    private List<String> columns(MetricDefinition metric) {
        return sql.query(SqlText.read(Exporter.class, "columns"), "mart", metric.id()).stream()
                .map(row -> row.text("column_name"))
                .toList();
    }
}
