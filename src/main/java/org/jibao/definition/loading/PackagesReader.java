package org.jibao.definition.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jibao.definition.OfficeKey;
import org.jibao.definition.PackagesDefinition;
import org.jibao.definition.PackagesDefinition.Approval;
import org.jibao.definition.PackagesDefinition.SenderKey;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Reads {@code packages:} of {@code job.yaml}, and {@code package-keys.csv}: one key of an office a line. */
final class PackagesReader implements CsvLines.Visitor {

    static final String KEYS = "package-keys.csv";

    private static final Wording WORDS = Wording.of(PackagesReader.class);

    private static final List<String> NEEDED = List.of("unit", "key");
    private static final List<String> COLUMNS = List.of("unit", "key", "from", "note");

    private final DefinitionFile source;
    private final Collection<String> units;
    private final List<SenderKey> keys = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();
    private List<String> header = List.of();

    private PackagesReader(DefinitionFile source, Collection<String> units) {
        this.source = source;
        this.units = units;
    }

    static PackagesDefinition packages(Value value) {
        return value.mapping().map(PackagesReader::packages).orElse(PackagesDefinition.USUAL);
    }

    private static PackagesDefinition packages(Mapping mapping) {
        String office = mapping.get("office").text();
        PackagesDefinition packages = new PackagesDefinition(
                office.isEmpty() ? null : office,
                mapping.get("approval").choice(Approval.class, Approval.REQUIRED),
                List.of());
        mapping.end();
        return packages;
    }

    /** @param units codes that there are, or empty where that is not known */
    static List<SenderKey> keys(DefinitionFile source, String text, Collection<String> units) {
        PackagesReader reader = new PackagesReader(source, units);
        CsvLines.read(source, text, reader);
        return reader.keys;
    }

    @Override
    public void header(List<String> columns, int line) {
        header = columns.stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                source.report(line, Suggestion.unknown("noun.csv-column", column, COLUMNS));
            }
        }
        NEEDED.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> source.report(line, WORDS.text("package-keys.no-column", column)));
    }

    @Override
    public void row(List<String> cells, int line) {
        Function<String, String> cell = column -> header.contains(column) ? cells.get(header.indexOf(column)) : "";
        String unit = cell.apply("unit");
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (!units.isEmpty() && !units.contains(unit)) {
            source.report(line, Suggestion.unknown("noun.unit", unit, units));
        }
        LocalDate from = date(cell.apply("from"), line);
        if (!begun.add(unit + "\n" + from)) {
            source.report(line, WORDS.text("package-keys.twice", unit));
        }
        keys.add(new SenderKey(unit, key(cell.apply("key"), line), from));
    }

    private @Nullable OfficeKey key(String text, int line) {
        try {
            return text.isEmpty() ? null : new OfficeKey(text);
        } catch (IllegalArgumentException noKey) {
            source.report(line, WORDS.text("package-keys.bad-key"));
            return null;
        }
    }

    private @Nullable LocalDate date(String text, int line) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            source.report(line, WORDS.text("package-keys.bad-date", text));
            return null;
        }
    }

    @Override
    public Text width(int found, int expected) {
        return WORDS.text("package-keys.width", found, expected);
    }
}
