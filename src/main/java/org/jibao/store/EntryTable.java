package org.jibao.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.RegisterForm;
import org.jibao.support.SqlText;

/** The table of a register's entries, and its view. A field that is new to the form becomes a new column. */
public final class EntryTable {

    private final ConnectionSql sql;
    private final RegisterForm form;

    EntryTable(ConnectionSql sql, RegisterForm form) {
        this.sql = sql;
        this.form = form;
    }

    public static String name(String formId) {
        return "entry_" + formId;
    }

    /** Sensitive fields never leave reading and have no column. */
    static List<Field> stored(RegisterForm form) {
        return form.fields().stream().filter(field -> !field.sensitive()).toList();
    }

    /** The columns as they stand in the table, which may have more than the form has by now. */
    static List<String> columns(Sql sql, String formId) {
        return sql.query("FROM intake." + SqlText.name(name(formId)) + " LIMIT 0")
                .columns();
    }

    /** The same, from the catalogue, which takes longer; none where there is no such table. */
    static List<String> columnsIfAny(Sql sql, String formId) {
        return sql.query(SqlText.read(Store.class, "define/entry_columns"), name(formId)).stream()
                .map(row -> row.text("column_name"))
                .toList();
    }

    void create() {
        String table = "intake." + SqlText.name(name(form.id()));
        sql.execute(SqlText.read(Store.class, "define/entry_table", Map.of("table", table)));
        List<String> present = columns(sql, form.id());
        for (Field field : stored(form)) {
            if (!present.contains(field.id())) {
                sql.execute("ALTER TABLE " + table + " ADD COLUMN " + SqlText.name(field.id()) + " " + type(field));
            }
        }
        view(sql, form.id(), stored(form).stream().map(Field::id).toList());
    }

    /** @param fields that the table has, at least one */
    static void view(Sql sql, String formId, List<String> fields) {
        String listed = fields.stream().map(field -> "e." + SqlText.name(field)).collect(Collectors.joining(", "));
        Map<String, String> names =
                Map.of("table", "intake." + SqlText.name(name(formId)), "view", SqlText.name(formId), "fields", listed);
        sql.execute(SqlText.read(Store.class, "define/entry_view", names));
    }

    private static String type(Field field) {
        CellType.Kind kind = field.type().kind();
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case COUNT, AMOUNT, PERCENT -> "DECIMAL(18, 4)";
        };
    }
}
