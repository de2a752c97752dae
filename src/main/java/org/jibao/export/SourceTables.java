package org.jibao.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jibao.calendar.Period;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a job's export: roster, periods, submissions and findings; one a form; one a metric. What a cover says is
 * left out: beside the unit and the period, which every row has, it holds the names of those who signed.
 */
final class SourceTables {
    private static final Wording WORDS = Wording.of(SourceTables.class);

    private final JobDefinition job;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Optional<Period> only;

    /** @param only the one period that is exported, or empty for all */
    SourceTables(JobDefinition job, Optional<Period> only) {
        this.job = job;
        this.only = only;
        values.put("job", SqlText.literal(job.id()));
        values.put(
                "only",
                only.map(period -> "period = " + SqlText.literal(period.code())).orElse("true"));
        values.put("every", only.isEmpty() ? "true" : "false");
    }

    /** Those first to which others refer. */
    List<SourceTable> all() {
        List<SourceTable> tables = new ArrayList<>();
        tables.add(own("units", WORDS.text("table.units"), "code"));
        tables.add(own("periods", WORDS.text("table.periods"), "period"));
        tables.add(own("submissions", WORDS.text("table.submissions"), "submission"));
        tables.add(own("findings", WORDS.text("table.findings"), "submission", "number"));
        tables.add(own("explanations", WORDS.text("table.explanations"), "submission", "code"));
        for (FormDefinition form : job.forms()) {
            if (form instanceof GridForm grid) {
                tables.add(grid(grid));
            } else if (form instanceof RegisterForm register && register.purpose() == RegisterForm.Purpose.ENTRIES) {
                tables.add(register(register));
            }
        }
        return tables;
    }

    /** A metric without periods is exported whole. */
    SourceTable metric(MetricDefinition metric, List<String> columns) {
        Map<String, FieldWords> words = new LinkedHashMap<>();
        metric.columns().forEach(measure -> words.put(measure.name(), words(measure)));
        String filter = columns.contains("period") ? values.getOrDefault("only", "true") : "true";
        String select =
                SqlText.read(SourceTables.class, "metric", Map.of("view", SqlText.name(metric.id()), "only", filter));
        return new SourceTable("mart." + metric.id(), metric.title(), select, metric.grain(), words);
    }

    private static FieldWords words(Measure measure) {
        return FieldWords.titled(measure.label())
                .noted(new Text(note(measure, Language.ZH), note(measure, Language.EN)))
                .measured(measure.unit());
    }

    private static String note(Measure measure, Language language) {
        return measure.numerator().in(language).isEmpty()
                ? measure.note().in(language)
                : WORDS.text("measure.fraction", measure.numerator(), measure.denominator(), measure.note())
                        .in(language);
    }

    private SourceTable own(String name, Text title, String... key) {
        return new SourceTable(name, title, SqlText.read(SourceTables.class, name, values), List.of(key), Map.of());
    }

    private SourceTable grid(GridForm form) {
        Map<String, String> filled = filled(form);
        filled.put(
                "measures",
                form.rows().stream()
                        .flatMap(row -> form.columns().stream().map(column -> measure(form, row, column)))
                        .collect(Collectors.joining(", ")));
        List<String> units = form.rows().stream()
                .flatMap(row -> form.columns().stream()
                        .map(column -> unit(form.typeOf(row, column).unit())))
                .distinct()
                .toList();
        FieldWords value =
                units.size() == 1 ? ColumnWords.of("value").measured(Text.same(units.get(0))) : ColumnWords.of("value");
        return new SourceTable(
                "returns." + form.id(),
                form.title(),
                SqlText.read(SourceTables.class, "grid", filled),
                List.of("submission", "row", "column"),
                Map.of("value", value));
    }

    private static String measure(GridForm form, Label row, Label column) {
        String unit = unit(form.typeOf(row, column).unit());
        return "(" + SqlText.literal(row.id()) + ", " + SqlText.literal(column.id()) + ", nullif("
                + SqlText.literal(unit) + ", ''))";
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : unit;
    }

    private SourceTable register(RegisterForm form) {
        Map<String, FieldWords> words = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            FieldWords said = FieldWords.titled(field.label().text()).among(field.many() ? List.of() : field.values());
            String unit = unit(field.type().unit());
            words.put(field.id(), unit.isEmpty() ? said : said.measured(Text.same(unit)));
        }
        return new SourceTable(
                "returns." + form.id(),
                form.title(),
                SqlText.read(SourceTables.class, "register", filled(form)),
                List.of("submission", "sheet", "row"),
                words);
    }

    private Map<String, String> filled(FormDefinition form) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.put("form", SqlText.literal(form.id()));
        filled.put("view", SqlText.name(form.id()));
        return filled;
    }

    /** The name of the package, as Frictionless allows it. */
    String packageName() {
        return job.id()
                + only.map(period -> "-" + period.code().toLowerCase(java.util.Locale.ROOT))
                        .orElse("");
    }

    /**
     * One table of the export, before it is read.
     *
     * @param name of the resource; also of its files
     * @param select gives its rows in their order
     * @param key columns that should tell its rows apart
     * @param words what its columns are called, where it is not what they are called everywhere
     */
    record SourceTable(String name, Text title, String select, List<String> key, Map<String, FieldWords> words) {

        SourceTable {
            key = List.copyOf(key);
            words = Map.copyOf(words);
        }

        FieldWords words(String column) {
            FieldWords own = words.get(column);
            if (own == null && column.length() > 3 && (column.endsWith("_zh") || column.endsWith("_en"))) {
                own = words.get(column.substring(0, column.length() - 3));
            }
            return own == null ? ColumnWords.of(column) : own;
        }
    }

    /**
     * What is said of a field, beside its type.
     *
     * @param unit of measure, or empty texts
     * @param categories the ids that it may hold, or empty for any
     */
    record FieldWords(Text title, Text note, Text unit, List<Label> categories) {

        private static final Text NONE = Text.same("");

        FieldWords {
            categories = List.copyOf(categories);
        }

        static FieldWords titled(Text title) {
            return new FieldWords(title, NONE, NONE, List.of());
        }

        FieldWords noted(Text words) {
            return new FieldWords(title, words, unit, categories);
        }

        FieldWords measured(Text measure) {
            return new FieldWords(title, note, measure, categories);
        }

        FieldWords among(List<Label> values) {
            return new FieldWords(title, note, unit, values);
        }
    }

    /** What columns that many tables have are called. */
    static final class ColumnWords {

        private static final CSVFormat FORMAT = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        private static final Map<String, FieldWords> KNOWN = read();

        private ColumnWords() {}

        /** A column that nobody has named is called by its name. */
        static FieldWords of(String column) {
            return KNOWN.getOrDefault(column, FieldWords.titled(Text.same(column)));
        }

        private static Map<String, FieldWords> read() {
            Map<String, FieldWords> words = new LinkedHashMap<>();
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(
                            ColumnWords.class.getResourceAsStream("words.csv"), "words.csv is not in the jar"),
                    StandardCharsets.UTF_8)) {
                for (CSVRecord line : FORMAT.parse(reader)) {
                    Text title = new Text(line.get("zh"), line.get("en"));
                    Text note = new Text(line.get("note_zh"), line.get("note_en"));
                    words.put(line.get("name"), FieldWords.titled(title).noted(note));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }
    }
}
