package org.jibao.definition.loading;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.DeliveryDefinition.Folder;
import org.jibao.definition.DeliveryDefinition.LeadersFrom;
import org.jibao.definition.DeliveryDefinition.Mail;
import org.jibao.definition.FileLimits;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.ReceiptDefinition;
import org.jibao.definition.ReceiptDefinition.SentBy;
import org.jibao.definition.Roster;
import org.jibao.definition.SummaryDefinition.DrawnAs;
import org.jibao.definition.SummaryDefinition.Estimates;
import org.jibao.definition.SummaryFile;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * What {@code job.yaml} itself says.
 *
 * @param unitKinds, owedBy empty where the roster says them
 * @param roster the roster's file
 * @param forms, metrics, reference, ids in order; no forms for every file of theirs, a cover first
 */
record JobFile(
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
        String roster,
        List<String> forms,
        List<String> metrics,
        List<String> reference,
        DrawnAs charts,
        Estimates estimates) {

    private static final Wording WORDS = Wording.of(JobFile.class);

    private static final int LONGEST_OPEN = 3660;
    private static final Pattern CSV_NAME = Pattern.compile("\\A[\\p{IsAlphabetic}\\p{IsDigit}_-]++\\.csv");

    /** Names that the schema {@code returns} has already. */
    private static final String[] VIEWS = {
        "parameter",
        "submission",
        "expected",
        "scope",
        "previous",
        "scope_unit",
        "reporting_unit",
        "reporting",
        "findings",
        "succession",
        "standing",
        "decision",
        "explanation",
        "last_publication",
        "figure_of_record",
        "no_figure",
        "replacement",
        "in_time_by_replaced",
        "held"
    };

    /** Tables that schema {@code mart} has already. */
    private static final String[] JUDGED = {"unlikely", "estimate_unit", "estimate", "open"};

    /**
     * The folder's {@code job.yaml}, which also says what languages the other files are in; empty where there is none.
     */
    static Optional<JobFile> of(JobFolder folder) {
        return folder.yaml("job.yaml").map(mapping -> {
            List<Language> languages = JobDefaults.languages(mapping);
            folder.languages(languages);
            return read(mapping.in(languages), languages, folder);
        });
    }

    static JobFile read(Mapping job, List<Language> languages, JobFolder folder) {
        Map<String, Text> unitKinds = unitKinds(job.ifGiven("unit-kinds"));
        Ids forms = new Ids(VIEWS);
        Ids metrics = new Ids(JUDGED);
        JobFile file = new JobFile(
                languages,
                job.need("title").words(),
                job.ifGiven("version").textOr(JobDefaults.VERSION),
                PeriodReader.calendar(job),
                due(job.need("due")),
                job.ifGiven("open-for").integer(0, LONGEST_OPEN, JobDefaults.OPEN_FOR),
                zone(job.ifGiven("time-zone"), languages.get(0)),
                schedule(job.ifGiven("schedule")),
                PeriodReader.names(job),
                WaysReader.limits(job.get("limits")),
                WaysReader.delivery(job.get("delivery")),
                WaysReader.receipt(job),
                unitKinds,
                owedBy(job.ifGiven("owed-by"), unitKinds),
                roster(job.ifGiven("roster")),
                distinct(job.ifGiven("forms"), form -> formId(form, forms)),
                distinct(job.get("metrics"), metrics::claim),
                reference(job.get("reference"), folder),
                job.ifGiven("charts").choice(DrawnAs.class, DrawnAs.NATIVE),
                job.ifGiven("estimates").choice(Estimates.class, Estimates.ON));
        MailboxReader.checkSender(job.get("answers"), file.receipt().answers(), file.delivery());
        job.end();
        return file;
    }

    /** The forms of the folder: those listed, or every file of theirs. */
    List<String> formIds(JobFolder folder) {
        if (!forms.isEmpty()) {
            return forms;
        }
        Ids ids = new Ids(VIEWS);
        List<String> names = folder.namesIn("forms/", ".yaml");
        names.forEach(
                name -> formId(name, folder.source("forms/" + name + ".yaml").head(), ids));
        if (names.isEmpty()) {
            folder.source("job.yaml").report(1, WORDS.text("job.no-forms"));
        }
        return names;
    }

    private static void formId(String id, Value value, Ids ids) {
        ids.claim(id, value);
        reportViewName(id, value);
    }

    private static void reportViewName(String id, Value value) {
        // returns.<form>_by_row is the view of a grid.
        if (id.endsWith("_by_row") || id.endsWith("_by_column")) {
            value.report(WORDS.text("id.reserved", id));
        }
    }

    /** Where the job names no kinds, the roster's own words are the kinds. */
    JobFile of(Roster units, JobFolder folder) {
        if (!unitKinds.isEmpty()) {
            return this;
        }
        Map<String, Text> kinds = JobDefaults.kinds(units, languages);
        if (!owedBy.isEmpty() && !units.units().isEmpty()) {
            folder.yaml("job.yaml")
                    .ifPresent(job ->
                            job.get("owed-by").items().forEach(kind -> kind.nameOf("noun.unit-kind", kinds.keySet())));
        }
        return new JobFile(
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
                kinds,
                owedBy.isEmpty() ? List.copyOf(kinds.keySet()) : owedBy,
                roster,
                forms,
                metrics,
                reference,
                charts,
                estimates);
    }

    private static List<String> reference(Value value, JobFolder folder) {
        Ids ids = new Ids();
        if (!value.absent()) {
            return distinct(value, ids::claim);
        }
        List<String> names = folder.namesIn(JobFolder.REFERENCE, ".csv");
        for (String name : names) {
            ids.claim(name, folder.source(JobFolder.REFERENCE + name + ".csv").head());
        }
        return names;
    }

    private static List<String> owedBy(Value value, Map<String, Text> unitKinds) {
        List<String> kinds = distinct(
                value, kind -> unitKinds.isEmpty() ? kind.text() : kind.nameOf("noun.unit-kind", unitKinds.keySet()));
        return kinds.isEmpty() ? List.copyOf(unitKinds.keySet()) : kinds;
    }

    private static String formId(Value value, Ids forms) {
        String id = forms.claim(value);
        reportViewName(id, value);
        return id;
    }

    private static List<String> distinct(Value list, Function<Value, String> id) {
        return list.items().stream()
                .map(id)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static Map<String, Text> unitKinds(Value value) {
        Map<String, Text> kinds = new LinkedHashMap<>();
        Ids ids = new Ids();
        value.mapping().ifPresent(mapping -> {
            for (String kind : mapping.keys()) {
                Value words = mapping.need(kind);
                ids.claim(kind, words);
                kinds.put(kind, words.words());
            }
        });
        return kinds;
    }

    private static DueRule due(Value value) {
        return value.mapping().map(JobFile::dueRule).orElse(new DueRule(1, DueRule.Shift.NONE));
    }

    private static DueRule dueRule(Mapping mapping) {
        int day = mapping.need("day").integer(1, 31, 1);
        DueRule rule = new DueRule(day, mapping.get("shift").choice(DueRule.Shift.class, DueRule.Shift.NONE));
        mapping.end();
        return rule;
    }

    private static ZoneId zone(Value value, Language main) {
        String zone = value.text();
        try {
            return zone.isEmpty() ? JobDefaults.zone(main) : ZoneId.of(zone);
        } catch (DateTimeException e) {
            value.report(Suggestion.unknown("noun.time-zone", zone, ZoneId.getAvailableZoneIds()));
            return ZoneId.of("UTC");
        }
    }

    private static String schedule(Value value) {
        String schedule = value.textOr(JobDefaults.SCHEDULE);
        if (!schedule.isEmpty()) {
            CronExpression.mistake(schedule).ifPresent(value::report);
        }
        return schedule;
    }

    private static String roster(Value value) {
        String name = value.textOr(JobDefaults.ROSTER);
        if (!name.isEmpty() && !CSV_NAME.matcher(name).matches()) {
            value.report(WORDS.text("job.bad-roster-name", name));
            return "";
        }
        return name;
    }

    /**
     * The ways in and out of a job: {@code limits}, {@code received}, {@code sent-by} and {@code delivery} of
     * {@code job.yaml}.
     */
    static final class WaysReader {

        private static final Pattern REGISTER_NAME =
                Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}][\\p{IsAlphabetic}\\p{IsDigit}_.-]{0,80}\\.csv");

        /** One address, without a name beside it: nothing that could hold a second header. */
        private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"@]{1,64}@[^\\s<>(),;:\"@]{1,255}");

        /** Two years of weekly summaries. */
        private static final int MOST_KEPT = 104;

        private static final int KEPT = 12;

        /** A file is read into memory as it is packed, and its parts are addressed by four bytes. */
        private static final int MOST_PACKED = 256;

        private static final int MOST_UNPACKED = 2048;

        /** A nightly run must not stand still for longer over one file. */
        private static final int MOST_SECONDS = 900;

        private WaysReader() {}

        static ReceiptDefinition receipt(Mapping job) {
            Value received = job.get("received");
            Value sentBy = job.get("sent-by");
            String name = received.absent() ? null : received.text();
            if (name != null && !REGISTER_NAME.matcher(name).matches()) {
                received.report(WORDS.text("job.received", name));
                name = null;
            }
            List<SentBy> senders = sentBy.absent()
                    ? List.of(SentBy.UNIT)
                    : sentBy.items().stream()
                            .map(item -> item.choice(SentBy.class, SentBy.UNIT))
                            .toList();
            return new ReceiptDefinition(
                    name,
                    senders.isEmpty() ? Set.of(SentBy.UNIT) : Set.copyOf(EnumSet.copyOf(senders)),
                    MailboxReader.mailbox(job.get("mailbox")),
                    MailboxReader.answers(job.get("answers")),
                    PackagesReader.packages(job.get("packages")));
        }

        static FileLimits limits(Value value) {
            return value.mapping().map(WaysReader::limits).orElse(FileLimits.STANDARD);
        }

        private static FileLimits limits(Mapping mapping) {
            FileLimits limits = new FileLimits(
                    mapping.get("packed-mebibytes").integer(1, MOST_PACKED, FileLimits.STANDARD.packedMebibytes()),
                    mapping.get("unpacked-mebibytes")
                            .integer(1, MOST_UNPACKED, FileLimits.STANDARD.unpackedMebibytes()),
                    mapping.get("seconds").integer(1, MOST_SECONDS, FileLimits.STANDARD.seconds()));
            mapping.end();
            return limits;
        }

        static DeliveryDefinition delivery(Value value) {
            return value.mapping().map(WaysReader::delivery).orElse(DeliveryDefinition.NONE);
        }

        private static DeliveryDefinition delivery(Mapping mapping) {
            List<SummaryFile> made = files(mapping.get("files"), SummaryFile.ALL, SummaryFile.ALL);
            DeliveryDefinition delivery = new DeliveryDefinition(
                    made,
                    mapping.get("folder")
                            .mapping()
                            .map(folder -> folder(folder, made))
                            .orElse(null),
                    mapping.get("mail").mapping().map(mail -> mail(mail, made)).orElse(null));
            mapping.end();
            return delivery;
        }

        /** What is named is made as well: a file that is never made would never be missed. */
        private static List<SummaryFile> files(Value value, List<SummaryFile> made, List<SummaryFile> otherwise) {
            List<SummaryFile> files = new ArrayList<>();
            for (Value item : value.items()) {
                SummaryFile file = item.choice(SummaryFile.class, SummaryFile.WORKBOOK);
                if (!made.contains(file)) {
                    item.report(WORDS.text("job.file-not-made", item.text()));
                }
                files.add(file);
            }
            return files.isEmpty()
                    ? otherwise
                    : files.stream().distinct().sorted().toList();
        }

        private static Folder folder(Mapping mapping, List<SummaryFile> made) {
            Folder folder = new Folder(
                    mapping.need("path").text(),
                    mapping.get("keep").integer(1, MOST_KEPT, KEPT),
                    files(mapping.get("files"), made, made));
            mapping.end();
            return folder;
        }

        private static Mail mail(Mapping mapping, List<SummaryFile> made) {
            List<SummaryFile> first = made.subList(0, 1);
            List<SummaryFile> forPeople =
                    made.stream().filter(file -> file != SummaryFile.DATA).toList();
            Mail mail = new Mail(
                    address(mapping.need("from")),
                    addresses(mapping.get("leaders")),
                    mapping.get("leaders-from").choice(LeadersFrom.class, LeadersFrom.DUE_DATE),
                    files(mapping.get("leaders-files"), made, forPeople.isEmpty() ? made : forPeople),
                    addresses(mapping.get("officers")),
                    files(mapping.get("officers-files"), made, first),
                    addresses(mapping.get("operators")));
            mapping.end();
            return mail;
        }

        private static List<String> addresses(Value list) {
            return list.items().stream()
                    .map(WaysReader::address)
                    .filter(address -> !address.isEmpty())
                    .distinct()
                    .toList();
        }

        static String address(Value value) {
            String address = value.text();
            if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
                value.report(WORDS.text("job.bad-address", address));
                return "";
            }
            return address;
        }
    }
}
