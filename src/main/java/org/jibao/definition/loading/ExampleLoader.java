package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.Example;
import org.jibao.definition.Example.Expectation;
import org.jibao.definition.Example.GivenReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.definition.figure.FigureMetrics;
import org.jibao.definition.loading.GivenEntriesReader.GivenCellsReader;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Loads the examples of a job folder, all or none. */
public final class ExampleLoader {

    private static final Wording WORDS = Wording.of(ExampleLoader.class);

    private static final Pattern FILE = Pattern.compile("examples/([^/]+)/example\\.yaml");

    private ExampleLoader() {}

    /**
     * The job's examples in the order of their names.
     *
     * @throws ProblemsException with every mistake in them
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static List<Example> load(JobDefinition job) {
        Problems problems = new Problems();
        JobFolder folder;
        try {
            folder = JobFolder.read(job.folder(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.languages(job.languages());
        List<Example> examples = folder.names().stream()
                .flatMap(file -> example(file, folder, job).stream())
                .toList();
        if (!problems.none()) {
            throw new ProblemsException(job.folder(), problems.sorted());
        }
        return examples;
    }

    private static Optional<Example> example(String file, JobFolder folder, JobDefinition job) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches()
                ? folder.yaml(file).map(mapping -> new ExampleReader(job).read(matcher.group(1), mapping))
                : Optional.empty();
    }

    /** One {@code example.yaml}. */
    static final class ExampleReader {

        /** A return for which no time is given came at this hour of the first day after its period. */
        private static final LocalTime USUAL_HOUR = LocalTime.of(9, 0);

        private static final Set<String> VERDICTS =
                new TreeSet<>(Set.of("accepted", "accepted_with_warnings", "returned", "rejected"));

        private static final Set<String> CODES =
                Stream.of(FindingCode.values()).map(FindingCode::code).collect(Collectors.toCollection(TreeSet::new));

        private final JobDefinition job;

        ExampleReader(JobDefinition job) {
            this.job = job;
        }

        Example read(String id, Mapping file) {
            Period period = period(file.need("period"));
            List<Unit> units = file.need("units").mappings().map(this::unit).toList();
            Set<String> codes = new TreeSet<>(units.stream().map(Unit::code).toList());
            Example example = new Example(
                    id,
                    file.need("title").words(),
                    file.need("source").words(),
                    period,
                    new Roster(units),
                    file.need("given")
                            .mappings()
                            .map(given -> given(given, period, codes))
                            .toList(),
                    file.need("expect").mappings().map(this::expectation).toList());
            file.end();
            return example;
        }

        private Unit unit(Mapping mapping) {
            Unit unit = new Unit(
                    mapping.need("code").text(),
                    mapping.need("name").text(),
                    mapping.need("kind")
                            .nameOf("noun.unit-kind", job.unitKinds().keySet()),
                    mapping.get("parent").optionalText().orElse(null),
                    List.of(),
                    date(mapping.get("active_from")),
                    date(mapping.get("active_to")),
                    mapping.get("predecessors").items().stream()
                            .map(Value::text)
                            .toList());
            mapping.end();
            return unit;
        }

        private static @Nullable LocalDate date(Value value) {
            String text = value.optionalText().orElse("");
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                value.report(WORDS.text("roster.bad-date", text));
                return null;
            }
        }

        private GivenReturn given(Mapping mapping, Period ofExample, Set<String> codes) {
            Value periodValue = mapping.get("period");
            Period period = periodValue.absent() ? ofExample : period(periodValue);
            Value verdict = mapping.get("verdict");
            Value cells = mapping.get("cells");
            Value entries = mapping.get("entries");
            if (entries.absent()) {
                cells = mapping.need("cells");
            }
            GivenReturn given = new GivenReturn(
                    mapping.need("unit").nameOf("noun.unit", codes),
                    period,
                    time(mapping.get("received"), period),
                    verdict.absent() ? "" : verdict.nameOf("noun.verdict", VERDICTS),
                    cells.mapping()
                            .map(forms -> new GivenCellsReader(job).read(forms))
                            .orElse(List.of()),
                    entries.mapping()
                            .map(forms -> new GivenEntriesReader(job, codes).read(forms))
                            .orElse(List.of()));
            mapping.end();
            return given;
        }

        private Instant time(Value value, Period period) {
            LocalDateTime usual = period.end().plusDays(1).atTime(USUAL_HOUR);
            String text = value.text();
            if (text.isEmpty()) {
                return usual.atZone(job.zone()).toInstant();
            }
            try {
                return LocalDateTime.parse(text).atZone(job.zone()).toInstant();
            } catch (DateTimeParseException e) {
                value.report(WORDS.text("example.not-a-time", text, usual));
                return usual.atZone(job.zone()).toInstant();
            }
        }

        private Period period(Value value) {
            Period fallback = job.periods().containing(LocalDate.of(2000, 1, 1));
            String text = value.text();
            return job.periods().parse(text).filter(job.periods()::has).orElseGet(() -> {
                if (!text.isEmpty()) {
                    value.report(WORDS.text("example.not-a-period", text, fallback));
                }
                return fallback;
            });
        }

        /** A row of a metric, or a finding. */
        private Expectation expectation(Mapping mapping) {
            Value finding = mapping.get("finding");
            String code = finding.absent() ? "" : finding.nameOf("noun.finding", CODES);
            String metric = finding.absent() ? mapping.need("metric").nameOf("noun.metric", metrics()) : "";
            Map<String, String> where = columns(mapping.need("where"));
            // A figure of which no part is named is the whole.
            if (!job.figures().isEmpty() && metric.equals(FigureMetrics.FIGURE) && !where.containsKey("item")) {
                where.putIfAbsent("dimension", "");
            }
            Expectation expectation =
                    new Expectation(metric, code, where, columns(mapping.need("values")), mapping.line());
            mapping.end();
            return expectation;
        }

        private List<String> metrics() {
            return job.metrics().stream().map(MetricDefinition::id).toList();
        }

        private static Map<String, String> columns(Value value) {
            Map<String, String> columns = new LinkedHashMap<>();
            value.mapping().ifPresent(mapping -> {
                Ids names = new Ids();
                for (String name : new ArrayList<>(mapping.keys())) {
                    names.claim(name, mapping.need(name));
                    columns.put(name, mapping.need(name).text());
                }
            });
            return columns;
        }
    }
}
