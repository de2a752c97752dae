package org.jibao.inspect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** What a snapshot holds of the contents of one submission. What is sensitive is not in it. */
final class StoredReturn {

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, StoredCell> cells = new HashMap<>();
    private final Set<String> entryRows = new HashSet<>();
    private final List<StoredEntries> entries = new ArrayList<>();

    /**
     * A figure of a grid.
     *
     * @param previous its value in the counted return of the period before, or null
     */
    record StoredCell(
            String sheet,
            CellAddress address,
            String raw,
            Text row,
            Text column,
            @Nullable String previous) {}

    /**
     * Entries of one register on one sheet.
     *
     * @param labels of the fields that are kept
     * @param rows by their number in the sheet, 0-based
     */
    record StoredEntries(String sheet, List<Text> labels, Map<Integer, List<String>> rows) {}

    private StoredReturn(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** @param previous the code of the period before, or null where the submission is of none */
    static StoredReturn of(Sql sql, JobDefinition job, Row submission, @Nullable String previous, Instant asOf) {
        StoredReturn stored = new StoredReturn(sql, job);
        long number = submission.count("id");
        String query = SqlText.read(StoredReturn.class, "return_cells");
        for (Row row : sql.query(query, job.id(), number, submission.textOrNull("unit"), previous, asOf)) {
            stored.addCell(row);
        }
        for (FormDefinition form : job.forms()) {
            if (form instanceof RegisterForm register && register.purpose() == RegisterForm.Purpose.ENTRIES) {
                stored.addEntries(register, number);
            }
        }
        return stored;
    }

    private void addCell(Row row) {
        CellAddress address = CellAddress.parse(row.text("cell"));
        if (address != null) {
            StoredCell cell = new StoredCell(
                    row.text("sheet"),
                    address,
                    row.textOr("raw", ""),
                    FindingsQuery.words(row, "row"),
                    FindingsQuery.words(row, "column"),
                    row.textOrNull("previous"));
            cells.put(key(cell.sheet(), address.row(), address.column()), cell);
        }
    }

    private void addEntries(RegisterForm form, long submission) {
        String table = "entry_" + form.id();
        Set<String> known = new HashSet<>();
        sql.query(SqlText.read(StoredReturn.class, "return_columns"), table)
                .forEach(row -> known.add(row.text("column_name")));
        if (known.isEmpty()) {
            return;
        }
        List<Field> fields = form.fields().stream()
                .filter(field -> !field.sensitive() && known.contains(field.id()))
                .toList();
        List<Text> labels = fields.stream().map(field -> field.label().text()).toList();
        Map<String, StoredEntries> bySheet = new HashMap<>();
        String query = SqlText.read(StoredReturn.class, "return_entries", Map.of("table", SqlText.name(table)));
        for (Row row : sql.query(query, submission, ReturnQuery.MOST_ROWS)) {
            int number = (int) row.count("row") - 1;
            String sheet = row.textOr("sheet", form.title().in(job.language()));
            entryRows.add(sheet + "!" + number);
            bySheet.computeIfAbsent(sheet, name -> new StoredEntries(name, labels, new HashMap<>()))
                    .rows()
                    .put(number, fields.stream().map(field -> value(row, field)).toList());
        }
        entries.addAll(bySheet.values());
    }

    private static String value(Row row, Field field) {
        Object value = row.value(field.id());
        if (value == null) {
            return "";
        }
        String text =
                value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        if (field.values().isEmpty()) {
            return text;
        }
        Stream<String> ids = field.many() ? Stream.of(text.split(",", -1)) : Stream.of(text);
        return ids.map(id -> worded(field, id)).collect(Collectors.joining(", "));
    }

    private static String worded(Field field, String id) {
        return field.values().stream()
                .filter(label -> label.id().equals(id))
                .map(Label::wording)
                .findFirst()
                .orElse(id);
    }

    static String key(String sheet, int row, int column) {
        return sheet + "!" + row + "!" + column;
    }

    /** The figure at a place, or null. */
    @Nullable
    StoredCell at(String sheet, int row, int column) {
        return cells.get(key(sheet, row, column));
    }

    /** Whether an entry stands in a row. */
    boolean isEntry(String sheet, int row) {
        return entryRows.contains(sheet + "!" + row);
    }

    Iterable<StoredCell> cells() {
        return cells.values();
    }

    List<StoredEntries> entries() {
        return entries;
    }

    Language language() {
        return job.language();
    }
}
