package org.jibao.export;

import java.util.Map;
import org.jibao.guard.SpreadsheetText;
import org.jibao.support.SqlText;

/** How the store's types are called in a Table Schema, and how they are written in CSV. */
enum ColumnType {
    STRING("string", ""),
    INTEGER("integer", "${column}"),
    /** Without the zeros that only fill up the scale. */
    DECIMAL("number", "rtrim(rtrim(${column}::VARCHAR, '0'), '.') AS ${column}"),
    NUMBER("number", "CASE WHEN isfinite(${column}) THEN ${column} END AS ${column}"),
    BOOLEAN("boolean", "${column}"),
    DATE("date", "${column}"),
    /** To the second, in UTC. */
    DATETIME("datetime", "strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') AS ${column}");

    private final String word;
    private final String expression;

    ColumnType(String word, String expression) {
        this.word = word;
        this.expression = expression;
    }

    static ColumnType of(String type) {
        return switch (type) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT" -> INTEGER;
            case "DOUBLE", "FLOAT" -> NUMBER;
            case "BOOLEAN" -> BOOLEAN;
            case "DATE" -> DATE;
            case "TIMESTAMP" -> DATETIME;
            default -> decimalOrText(type);
        };
    }

    private static ColumnType decimalOrText(String type) {
        if (!type.startsWith("DECIMAL(")) {
            return STRING;
        }
        return type.endsWith(",0)") ? INTEGER : DECIMAL;
    }

    /** As a Table Schema has it. */
    String word() {
        return word;
    }

    /**
     * The column as CSV has it. A text that a spreadsheet would take for a formula has an apostrophe in front, and so has
     * one that begins with apostrophes and then so: taking one away gives the text back.
     */
    String csv(String column) {
        Map<String, String> name = Map.of(
                "column",
                SqlText.name(column),
                "formula",
                SqlText.literal(SpreadsheetText.FORMULA),
                "figure",
                SqlText.literal(SpreadsheetText.FIGURE));
        return this == STRING
                ? SqlText.read(ColumnType.class, "csv_text", name)
                : expression.replace("${column}", SqlText.name(column));
    }
}
