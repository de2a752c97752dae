package org.jibao.cli.page;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jibao.app.Jibao;
import org.jibao.guard.SpreadsheetText;
import org.jibao.query.Query.QueryListener;
import org.jibao.query.Query.QueryResult;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** How rows are shown. */
public enum QueryFormat {
    TABLE {
        @Override
        public void print(Jibao jibao, String sql, PrintStream out) {
            QueryResult result = jibao.query(sql);
            TextTable table = new TextTable(result.columns().toArray(String[]::new));
            result.rows()
                    .forEach(
                            row -> table.row(row.stream().map(QueryFormat::text).toArray()));
            out.print(table.render());
        }
    },
    CSV {
        @Override
        public void print(Jibao jibao, String sql, PrintStream out) {
            jibao.query(sql, new Csv(out));
        }
    },
    JSON {
        @Override
        public void print(Jibao jibao, String sql, PrintStream out) {
            JsonArray array = new JsonArray(out);
            jibao.query(sql, array);
            array.end();
        }
    };

    /** A table is held until the widths of its columns are known; the others are written row by row. */
    public abstract void print(Jibao jibao, String sql, PrintStream out);

    private static final class Csv implements QueryListener {

        private final CSVPrinter printer;

        Csv(PrintStream out) {
            try {
                this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void columns(List<String> columns) {
            print(columns.stream().map(SpreadsheetText::of).toArray());
        }

        @Override
        public void row(List<@Nullable Object> values) {
            print(values.stream().map(Csv::cell).toArray());
        }

        /** Only text may be taken for a formula. */
        private static String cell(@Nullable Object value) {
            return value instanceof String text ? SpreadsheetText.of(text) : text(value);
        }

        private void print(Object[] cells) {
            try {
                printer.printRecord(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As {@link Json#of} writes a list, one element after the other. */
    private static final class JsonArray implements QueryListener {

        private final PrintStream out;
        private List<String> columns = List.of();
        private boolean any;

        JsonArray(PrintStream out) {
            this.out = out;
        }

        @Override
        public void columns(List<String> names) {
            columns = names;
        }

        @Override
        public void row(List<@Nullable Object> values) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), values.get(i));
            }
            String list = Json.of(List.of(object));
            // Without the bracket and the line break at its end.
            out.print(any ? "," + list.substring(1, list.length() - 2) : list.substring(0, list.length() - 2));
            any = true;
        }

        void end() {
            out.print(any ? "\n]\n" : Json.of(List.of()) + "\n");
        }
    }

    /** A missing value is the empty string; a number is not in scientific notation, nor padded with zeros. */
    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
