package org.jibao.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.definition.Label;
import org.jibao.export.SourceTables.FieldWords;
import org.jibao.export.TableWriter.DescribedTable;
import org.jibao.export.TableWriter.DescribedTable.DescribedField;
import org.jibao.export.TableWriter.DescribedTable.Reference;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.support.Json;

/**
 * {@code datapackage.json}: a Tabular Data Package of the Frictionless specifications, version 1. A second language stands beside
 * the job's main one as {@code title@en}; {@code unit}, {@code categories}, {@code rows} and {@code parquet} are properties of ours.
 */
final class DescriptorJson {

    private final List<Language> languages;

    private DescriptorJson(List<Language> languages) {
        this.languages = languages;
    }

    static String of(Descriptor descriptor) {
        return new DescriptorJson(descriptor.languages()).written(descriptor);
    }

    private String written(Descriptor descriptor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "tabular-data-package");
        json.put("name", descriptor.name());
        words(json, "title", descriptor.title());
        words(json, "description", descriptor.description());
        json.put("languages", languages.stream().map(DescriptorJson::code).toList());
        json.put("job", descriptor.job());
        json.put("jobDigest", descriptor.jobDigest());
        json.put("asOf", descriptor.asOf());
        json.put("program", descriptor.program());
        json.put("resources", descriptor.tables().stream().map(this::resource).toList());
        return Json.of(json) + "\n";
    }

    private Map<String, Object> resource(DescribedTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "tabular-data-resource");
        json.put("name", table.name());
        words(json, "title", table.title());
        file(json, table.csv(), "csv", "text/csv");
        json.put("encoding", "utf-8");
        json.put("rows", table.rows());
        json.put("dialect", dialect());
        json.put("schema", schema(table));
        Map<String, Object> parquet = new LinkedHashMap<>();
        file(parquet, table.parquet(), "parquet", "application/vnd.apache.parquet");
        json.put("parquet", parquet);
        return json;
    }

    private static Map<String, Object> dialect() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("delimiter", ",");
        json.put("lineTerminator", "\r\n");
        json.put("quoteChar", "\"");
        json.put("doubleQuote", true);
        json.put("header", true);
        return json;
    }

    private static void file(
            Map<String, Object> json, DescribedTable.WrittenFile file, String format, String mediatype) {
        json.put("path", file.path());
        json.put("format", format);
        json.put("mediatype", mediatype);
        json.put("bytes", file.bytes());
        json.put("hash", "sha256:" + file.sha256());
    }

    private Map<String, Object> schema(DescribedTable table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fields", table.fields().stream().map(this::field).toList());
        json.put("missingValues", List.of(""));
        if (!table.key().isEmpty()) {
            json.put("primaryKey", table.key());
        }
        if (!table.references().isEmpty()) {
            json.put(
                    "foreignKeys",
                    table.references().stream().map(DescriptorJson::reference).toList());
        }
        return json;
    }

    private Map<String, Object> field(DescribedField field) {
        FieldWords words = field.words();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", field.name());
        json.put("type", field.type().word());
        json.put("format", "default");
        words(json, "title", words.title());
        words(json, "description", words.note());
        words(json, "unit", words.unit());
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (field.required()) {
            constraints.put("required", true);
        }
        if (!words.categories().isEmpty()) {
            constraints.put("enum", words.categories().stream().map(Label::id).toList());
        }
        if (!constraints.isEmpty()) {
            json.put("constraints", constraints);
        }
        if (!words.categories().isEmpty()) {
            json.put(
                    "categories",
                    words.categories().stream().map(this::category).toList());
        }
        return json;
    }

    private Map<String, Object> category(Label category) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", category.id());
        words(json, "label", category.text());
        return json;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("resource", reference.table());
        target.put("fields", reference.key());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fields", reference.column());
        json.put("reference", target);
        return json;
    }

    /** In the main language under the name itself, in another beside it; nothing where there are no words. */
    private void words(Map<String, Object> json, String name, Text words) {
        if (words.in(languages.get(0)).isEmpty()) {
            return;
        }
        for (Language language : languages) {
            boolean main = language == languages.get(0);
            json.put(main ? name : name + "@" + code(language), words.in(language));
        }
    }

    private static String code(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /** What {@code datapackage.json} says. */
    record Descriptor(
            String name,
            Text title,
            Text description,
            List<Language> languages,
            String job,
            String jobDigest,
            Instant asOf,
            String program,
            List<DescribedTable> tables) {

        static final String NAME = "datapackage.json";

        Descriptor {
            tables = List.copyOf(tables);
        }
    }
}
