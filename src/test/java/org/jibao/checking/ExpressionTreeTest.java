package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.support.SqlText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as sums of cells, from the engine's own parse. */
class ExpressionTreeTest {

    private static final Map<String, LinearForm> NAMES = Map.of(
            "a", LinearForm.ofCell(1),
            "b", LinearForm.ofCell(2),
            "form.row.column", LinearForm.ofCell(3),
            "previous.a", LinearForm.of(new BigDecimal("7.5")),
            "previous.b", LinearForm.MISSING,
            "period_number", LinearForm.of(BigDecimal.ONE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b | 1:1 2:1 + 0",
                "a - (b - 3) | 1:1 2:-1 + 3",
                "-a + +b | 1:-1 2:1 + 0",
                "2 * a - a * 0.5 | 1:1.5 + 0",
                "a - a | + 0",
                "a * b | unknown",
                "a / 2 | unknown",
                "abs(a) | unknown",
                "form.row.column * 2 | 3:2 + 0",
                "previous.a + a | 1:1 + 7.5",
                "previous.b + a | missing",
                "coalesce(previous.b, 0) + a | 1:1 + 0",
                "ifnull(previous.b, a) | 1:1 + 0",
                "previous.a * a | 1:7.5 + 0",
                "case when period_number = 1 then a else previous.b + a end | 1:1 + 0",
                "case when period_number > 1 then a else previous.a end | + 7.5",
                "case period_number when 2 then a when 1 then b end | 2:1 + 0",
                "case when a > 0 then 1 else 0 end | unknown",
                "case when previous.b > 0 then a else b end | 2:1 + 0",
                "case when previous.b is null and not (period_number <> 1) then a else b end | 1:1 + 0",
                "case when period_number >= 1 or a = 1 then a else b end | 1:1 + 0",
                "period_start | unknown",
                "'x' | unknown",
                "1e3 + a | unknown",
                "nullif(a, 0) | unknown",
            })
    void reads(String expression, String expected) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet tree = statement.executeQuery(
                        "SELECT json_serialize_sql(" + SqlText.literal("select (" + expression + ")") + ")")) {
            tree.next();
            LinearForm form = ExpressionTree.of(tree.getString(1))
                    .orElseThrow()
                    .value(name -> NAMES.getOrDefault(name, LinearForm.UNKNOWN));
            assertEquals(expected, shown(form));
        }
    }

    private static String shown(LinearForm form) {
        if (!form.sum()) {
            return form.missing() ? "missing" : "unknown";
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(form.coefficients()).forEach((cell, coefficient) -> text.append(cell)
                .append(':')
                .append(coefficient.stripTrailingZeros().toPlainString())
                .append(' '));
        return text.append("+ ")
                .append(form.constant().stripTrailingZeros().toPlainString())
                .toString();
    }
}
