package org.jibao.status;

import java.time.Instant;
import java.util.List;
import org.jibao.checking.CheckedReturn.Evidence.Kind;
import org.jibao.checking.HeldFindings;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Text;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a store or its snapshot what is held, as of a time. */
public final class HeldQuery {

    private static final String HELD = SqlText.read(HeldQuery.class, "held");

    private final Sql sql;
    private final JobDefinition job;

    public HeldQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** For all periods, in the order of receipt. */
    public List<HeldFile> all(Instant asOf) {
        return sql.query(HELD, job.id(), asOf).stream().map(this::file).toList();
    }

    List<HeldFile> of(String period, Instant asOf) {
        return all(asOf).stream().filter(file -> file.period().equals(period)).toList();
    }

    private HeldFile file(Row row) {
        String period = row.text("period");
        String unit = row.text("unit");
        String file = row.text("file");
        String sender = row.textOrNull("sender");
        String why = row.text("why");
        String proved = row.textOrNull("against_unit");
        Finding finding = why.equals("weaker")
                ? HeldFindings.weaker(
                        job,
                        file,
                        unit,
                        period,
                        row.text("counted_file"),
                        row.text("evidence"),
                        row.text("counted_evidence"))
                : HeldFindings.against(job, file, sender, unit, period, row.choice("why", Kind.class), proved);
        return new HeldFile(
                row.count("submission"),
                period,
                unit,
                name(unit),
                proved == null ? null : name(proved),
                file,
                row.time("received_at"),
                sender,
                new Text(Messages.render(finding, Language.ZH), Messages.render(finding, Language.EN)),
                new Text(Messages.cure(finding, Language.ZH), Messages.cure(finding, Language.EN)));
    }

    private String name(String unit) {
        return job.roster().byCode(unit).map(Unit::name).orElse(unit);
    }

    /**
     * A return that counts nowhere because of who seems to have sent it, until somebody decides.
     *
     * @param number by which officers name it
     * @param unit the code of the unit that it states
     * @param name of that unit
     * @param proved the name of the unit from which it came by the evidence, or null where that names none
     * @param sender by the register of receipt, or null
     * @param why in words, with both units
     * @param cure what to do
     */
    public record HeldFile(
            long number,
            String period,
            String unit,
            String name,
            @Nullable String proved,
            String file,
            Instant receivedAt,
            @Nullable String sender,
            Text why,
            Text cure) {}
}
