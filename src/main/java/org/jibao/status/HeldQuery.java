package org.jibao.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jibao.checking.CheckedReturn.Evidence.Kind;
import org.jibao.checking.HeldFindings;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Text;
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
        return sql.query(HELD, job.id(), asOf).rows().stream().map(this::file).toList();
    }

    List<HeldFile> of(String period, Instant asOf) {
        return all(asOf).stream().filter(file -> file.period().equals(period)).toList();
    }

    private HeldFile file(List<@Nullable Object> row) {
        String period = text(row.get(1));
        String unit = text(row.get(2));
        String file = text(row.get(3));
        String sender = (String) row.get(5);
        String why = text(row.get(7));
        String proved = (String) row.get(8);
        Finding finding = why.equals("weaker")
                ? HeldFindings.weaker(job, file, unit, period, text(row.get(9)), text(row.get(6)), text(row.get(10)))
                : HeldFindings.against(
                        job, file, sender, unit, period, Kind.valueOf(why.toUpperCase(Locale.ROOT)), proved);
        return new HeldFile(
                (Long) Objects.requireNonNull(row.get(0)),
                period,
                unit,
                name(unit),
                proved == null ? null : name(proved),
                file,
                (Instant) Objects.requireNonNull(row.get(4)),
                sender,
                new Text(Messages.render(finding, Language.ZH), Messages.render(finding, Language.EN)),
                new Text(Messages.cure(finding, Language.ZH), Messages.cure(finding, Language.EN)));
    }

    private String name(String unit) {
        return job.roster().byCode(unit).map(Unit::name).orElse(unit);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
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
