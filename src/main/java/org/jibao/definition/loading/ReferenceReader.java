package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jibao.definition.ReferenceTable;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code reference/<id>.csv}: names of columns in the first line, then a row a line. */
final class ReferenceReader implements CsvLines.Visitor {

    private static final Wording WORDS = Wording.of(ReferenceReader.class);

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    /** What the store's table has besides. */
    private static final String LINE = "line";

    private final DefinitionFile source;
    private final List<ReferenceTable.Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private ReferenceReader(DefinitionFile source) {
        this.source = source;
    }

    static ReferenceTable read(String id, DefinitionFile source, String text) {
        ReferenceReader reader = new ReferenceReader(source);
        if (CsvLines.read(source, text, reader) && reader.columns.isEmpty()) {
            source.report(1, WORDS.text("reference.header-missing"));
        }
        return new ReferenceTable(id, reader.columns, reader.rows);
    }

    @Override
    public void header(List<String> names, int line) {
        columns = names;
        for (int i = 0; i < names.size(); i++) {
            reportColumn(names.get(i), i + 1, line);
        }
    }

    private void reportColumn(String name, int position, int line) {
        int first = columns.indexOf(name) + 1;
        if (!COLUMN.matcher(name).matches()) {
            source.report(line, WORDS.text("reference.bad-column", position, name));
        } else if (name.equals(LINE)) {
            source.report(line, WORDS.text("reference.line-is-reserved", position));
        } else if (first < position) {
            source.report(line, WORDS.text("reference.duplicate-column", position, name, first));
        }
    }

    /** Spreadsheets leave lines of nothing but commas at the end; they are empty lines. */
    @Override
    public void row(List<String> cells, int line) {
        List<@Nullable String> values = new ArrayList<>();
        cells.forEach(cell -> values.add(cell.isEmpty() ? null : cell));
        if (values.stream().anyMatch(value -> value != null)) {
            rows.add(new ReferenceTable.Row(line, values));
        }
    }

    @Override
    public Text width(int found, int expected) {
        return WORDS.text("reference.width", found, expected);
    }
}
