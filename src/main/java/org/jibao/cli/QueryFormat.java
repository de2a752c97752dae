package org.jibao.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jibao.batch.QueryResult;
import org.jibao.json.Json;
import org.jspecify.annotations.Nullable;

/** How rows are shown. */
enum QueryFormat {
    TABLE {
        @Override
        String render(QueryResult result) {
            TextTable table = new TextTable(result.columns().toArray(String[]::new));
            result.rows()
                    .forEach(
                            row -> table.row(row.stream().map(QueryFormat::text).toArray()));
            return table.render();
        }
    },
    CSV {
        @Override
        String render(QueryResult result) {
            StringWriter text = new StringWriter();
            try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
                printer.printRecord(result.columns());
                for (List<@Nullable Object> row : result.rows()) {
                    printer.printRecord(row.stream().map(QueryFormat::text).toArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    },
    JSON {
        @Override
        String render(QueryResult result) {
            return Json.of(result.rows().stream()
                            .map(row -> object(result.columns(), row))
                            .toList())
                    + "\n";
        }
    };

    abstract String render(QueryResult result);

    private static Map<String, @Nullable Object> object(List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }

    /** A missing value is the empty string; a number is not in scientific notation, nor padded with zeros. */
    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
