package org.jibao.definition;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/**
 * A job folder.
 *
 * @param id the folder's name: lower-case letters, digits and hyphens
 * @param languages in which everything that people see is made, the main one first; one at least
 * @param version of the forms; what a template's own mark must say
 * @param periods how long they are, and when a year of them begins
 * @param openFor days after the due date for which a period stays open, 0 or more
 * @param schedule cron expression with seconds, in {@code zone}
 * @param limits of one file
 * @param delivery where outputs go beside the output folder
 * @param receipt how returns come in, and who may send them
 * @param unitKinds kinds of unit, in order of display, with their labels
 * @param owedBy the kinds of unit that owe this return
 * @param contents the rest; of a folder that is known to be without mistakes read only when first asked for
 * @param quoted whether SQL of the folder, or any that jobs share, has a word in quotes: what it says of another job is in its figures
 * @param digest SHA-256 over every file of the folder, and every shared one in use: the same digest, the same rules
 * @param fingerprint checksums over all that could have been read, shared files that are not in use among it; empty where rules look
 *     things up in other job folders as well
 */
public record JobDefinition(
        String id,
        Path folder,
        List<Language> languages,
        Text title,
        String version,
        PeriodCalendar periods,
        DueRule due,
        int openFor,
        ZoneId zone,
        String schedule,
        FileNamePattern fileName,
        FileLimits limits,
        DeliveryDefinition delivery,
        ReceiptDefinition receipt,
        Map<String, Text> unitKinds,
        List<String> owedBy,
        Roster roster,
        Supplier<JobContents> contents,
        Predicate<String> quoted,
        String digest,
        String fingerprint) {

    /** One in every language whose returns come in as usual, and whose years begin in January. */
    public JobDefinition(
            String id,
            Path folder,
            Text title,
            String version,
            PeriodKind periodKind,
            DueRule due,
            int openFor,
            ZoneId zone,
            String schedule,
            FileNamePattern fileName,
            FileLimits limits,
            DeliveryDefinition delivery,
            Map<String, Text> unitKinds,
            List<String> owedBy,
            Roster roster,
            Supplier<JobContents> contents,
            Predicate<String> quoted,
            String digest,
            String fingerprint) {
        this(
                id,
                folder,
                List.of(Language.values()),
                title,
                version,
                new PeriodCalendar(periodKind),
                due,
                openFor,
                zone,
                schedule,
                fileName,
                limits,
                delivery,
                ReceiptDefinition.USUAL,
                unitKinds,
                owedBy,
                roster,
                contents,
                quoted,
                digest,
                fingerprint);
    }

    public JobDefinition {
        languages = List.copyOf(languages);
        unitKinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(unitKinds));
        owedBy = List.copyOf(owedBy);
    }

    /** The main language. */
    public Language language() {
        return languages.get(0);
    }

    public PeriodKind periodKind() {
        return periods.kind();
    }

    public List<FormDefinition> forms() {
        return contents.get().forms();
    }

    public List<RuleDefinition> rules() {
        return contents.get().rules();
    }

    /** What is declared to be counted, in order. */
    public List<Figure> figures() {
        return contents.get().figures();
    }

    /** In the order in which they are computed. */
    public List<MetricDefinition> metrics() {
        return contents.get().metrics();
    }

    /** The tables in which the job's SQL looks things up. */
    public List<ReferenceTable> reference() {
        return contents.get().reference();
    }

    public SummaryDefinition summary() {
        return contents.get().summary();
    }

    public Optional<FormDefinition> form(String formId) {
        return forms().stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    /** The same job for other units. The digest stays that of the folder. */
    public JobDefinition withRoster(Roster other) {
        return new JobDefinition(
                id,
                folder,
                languages,
                title,
                version,
                periods,
                due,
                openFor,
                zone,
                schedule,
                fileName,
                limits,
                delivery,
                receipt,
                unitKinds,
                owedBy,
                other,
                contents,
                quoted,
                digest,
                fingerprint);
    }

    /** Whether the job's SQL may look at another job's returns; it is asked without parsing anything. */
    public boolean looksAt(String job) {
        return quoted.test(job);
    }

    /** Whether the unit's kind owes this return. */
    public boolean owes(Unit unit) {
        return owedBy.contains(unit.kind());
    }
}
