package org.jibao.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.export.SourceTables.FieldWords;
import org.jibao.export.SourceTables.SourceTable;
import org.jibao.export.TableWriter.DescribedTable.DescribedField;
import org.jibao.export.TableWriter.DescribedTable.Reference;
import org.jibao.export.TableWriter.DescribedTable.WrittenFile;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.guard.OwnFiles;
import org.jibao.guard.SpreadsheetText;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;

/** Materialises a table, finds out what is true of it, and has the engine write it twice. */
final class TableWriter {

    /** Columns that name a row of another table, with that table and its key; {@code parent} is one of the roster itself. */
    private static final List<Reference> KNOWN = List.of(
            new Reference("unit", "units", "code"),
            new Reference("parent", "units", "code"),
            new Reference("period", "periods", "period"),
            new Reference("submission", "submissions", "submission"));

    private final Sql sql;
    private final Path folder;
    private final List<Language> languages;

    /** @param languages of the job: a column in another one is left out where it has a twin */
    TableWriter(Sql sql, Path folder, List<Language> languages) {
        this.languages = languages;
        this.sql = sql;
        this.folder = folder;
    }

    DescribedTable write(SourceTable source) throws IOException {
        String table = "export." + SqlText.name(source.name());
        sql.execute("CREATE TABLE " + table + " AS\n" + source.select());
        dropOtherLanguages(source, table);
        List<DescribedField> fields = fields(source, table);
        List<String> names = fields.stream().map(DescribedField::name).toList();
        List<String> key = isKey(table, source.key(), fields) ? source.key() : List.of();
        List<DescribedField> required = fields.stream()
                .map(field -> new DescribedField(field.name(), field.type(), field.words(), key.contains(field.name())))
                .toList();
        return new DescribedTable(
                source.name(),
                source.title(),
                required,
                key,
                references(source.name(), table, names),
                sql.query("SELECT count(*) FROM " + table).number(),
                csv(source.name(), table, fields),
                parquet(source.name(), table));
    }

    private void dropOtherLanguages(SourceTable source, String table) {
        List<String> names = sql.query(SqlText.read(TableWriter.class, "columns"), "export", source.name()).stream()
                .map(row -> row.text("column_name"))
                .toList();
        for (Language language : Language.values()) {
            String own = language == Language.ZH ? "_zh" : "_en";
            String twin = language == Language.ZH ? "_en" : "_zh";
            names.stream()
                    .filter(name -> !languages.contains(language) && name.endsWith(own))
                    .filter(name -> names.contains(name.substring(0, name.length() - own.length()) + twin))
                    .forEach(name -> sql.execute("ALTER TABLE " + table + " DROP COLUMN " + SqlText.name(name)));
        }
    }

    private List<DescribedField> fields(SourceTable source, String table) {
        List<DescribedField> fields = new ArrayList<>();
        for (Row row : sql.query(SqlText.read(TableWriter.class, "columns"), "export", source.name())) {
            String name = row.text("column_name");
            ColumnType type = ColumnType.of(row.text("data_type"));
            fields.add(new DescribedField(name, type, source.words(name), false));
        }
        if (fields.isEmpty()) {
            throw new IllegalStateException(table + " has no columns");
        }
        return fields;
    }

    /** What a job folder calls a metric's grain need not be true: then there is no key. */
    private boolean isKey(String table, List<String> key, List<DescribedField> fields) {
        List<String> names = fields.stream().map(DescribedField::name).toList();
        if (key.isEmpty() || !names.containsAll(key)) {
            return false;
        }
        String columns = key.stream().map(SqlText::name).collect(Collectors.joining(", "));
        String none = key.stream().map(name -> SqlText.name(name) + " IS NULL").collect(Collectors.joining(" OR "));
        long without =
                sql.query("SELECT count(*) FROM " + table + " WHERE " + none).number();
        String doubled =
                "SELECT count(*) FROM (SELECT 1 FROM " + table + " GROUP BY " + columns + " HAVING count(*) > 1)";
        return without == 0 && sql.query(doubled).number() == 0;
    }

    private List<Reference> references(String name, String table, List<String> columns) {
        List<Reference> references = new ArrayList<>();
        for (Reference known : KNOWN) {
            boolean itself = known.table().equals(name);
            boolean ownKey = itself && known.column().equals(known.key());
            if (columns.contains(known.column()) && !ownKey && holds(known, table)) {
                references.add(new Reference(known.column(), itself ? "" : known.table(), known.key()));
            }
        }
        return references;
    }

    private boolean holds(Reference reference, String table) {
        Map<String, String> names = Map.of(
                "child",
                table,
                "column",
                SqlText.name(reference.column()),
                "key",
                SqlText.name(reference.key()),
                "parent",
                "export." + SqlText.name(reference.table()));
        return sql.query(SqlText.read(TableWriter.class, "orphans", names)).number() == 0;
    }

    private WrittenFile csv(String name, String table, List<DescribedField> fields) throws IOException {
        String columns =
                fields.stream().map(field -> field.type().csv(field.name())).collect(Collectors.joining(",\n"));
        Path draft = folder.resolve(name + ".lines");
        copy("copy_csv", draft, Map.of("columns", columns, "table", table));
        Path file = folder.resolve("csv").resolve(name + ".csv");
        withLineEnds(draft, file);
        Files.delete(draft);
        return written(file);
    }

    private WrittenFile parquet(String name, String table) throws IOException {
        Path file = folder.resolve("parquet").resolve(name + ".parquet");
        copy("copy_parquet", file, Map.of("table", table));
        return written(file);
    }

    /** The engine makes a file with the rights of the process; its folder is our own. */
    private void copy(String script, Path file, Map<String, String> values) throws IOException {
        Map<String, String> all = new HashMap<>(values);
        all.put("file", literal(file));
        sql.execute(SqlText.read(TableWriter.class, script, all));
        OwnFiles.tighten(file);
    }

    private static String literal(Path file) {
        return SqlText.literal(file.toAbsolutePath().toString());
    }

    private WrittenFile written(Path file) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return new WrittenFile(path, Files.size(file), HashedFile.of(file).sha256());
    }

    /** RFC 4180 ends a line with CR LF, the engine with LF alone; a line break within quotes is the text's own. */
    private static void withLineEnds(Path from, Path to) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 16);
                OutputStream out = new BufferedOutputStream(OwnFiles.write(to), 1 << 16)) {
            boolean quoted = false;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '"') {
                    quoted = !quoted;
                } else if (next == '\n' && !quoted) {
                    out.write('\r');
                }
                out.write(next);
            }
        }
    }

    /**
     * One table as it was written.
     *
     * @param key columns that do tell its rows apart, or empty
     * @param references that hold for every row
     */
    record DescribedTable(
            String name,
            Text title,
            List<DescribedField> fields,
            List<String> key,
            List<Reference> references,
            long rows,
            WrittenFile csv,
            WrittenFile parquet) {

        /** @param required whether no row is without it, and none may be */
        record DescribedField(String name, ColumnType type, FieldWords words, boolean required) {}

        /** Every value of a column is one of another table's key; the table itself is the empty name. */
        record Reference(String column, String table, String key) {}

        /** @param path relative to the descriptor */
        record WrittenFile(String path, long bytes, String sha256) {}
    }

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
}
