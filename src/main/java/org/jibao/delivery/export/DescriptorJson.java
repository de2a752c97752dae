package org.jibao.delivery.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jibao.definition.Label;
import org.jibao.delivery.export.DescribedTable.DescribedField;
import org.jibao.delivery.export.DescribedTable.Reference;
import org.jibao.finding.Text;

/**
 * {@code datapackage.json}: a Tabular Data Package of the Frictionless specifications, version 1. English stands beside
 * Chinese as {@code title@en}; {@code unit}, {@code categories}, {@code rows} and {@code parquet} are properties of ours.
 */
final class DescriptorJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Descriptor descriptor;

    private DescriptorJson(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    static String of(Descriptor descriptor) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new DescriptorJson(descriptor).write(json);
        }
        return text.append('\n').toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("profile", "tabular-data-package");
        json.writeStringField("name", descriptor.name());
        words(json, "title", descriptor.title());
        words(json, "description", descriptor.description());
        strings(json, "languages", List.of("zh", "en"));
        json.writeStringField("job", descriptor.job());
        json.writeStringField("jobDigest", descriptor.jobDigest());
        json.writeStringField("asOf", descriptor.asOf().toString());
        json.writeStringField("program", descriptor.program());
        json.writeArrayFieldStart("resources");
        for (DescribedTable table : descriptor.tables()) {
            resource(json, table);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, DescribedTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("profile", "tabular-data-resource");
        json.writeStringField("name", table.name());
        words(json, "title", table.title());
        file(json, table.csv(), "csv", "text/csv");
        json.writeStringField("encoding", "utf-8");
        json.writeNumberField("rows", table.rows());
        json.writeObjectFieldStart("dialect");
        json.writeStringField("delimiter", ",");
        json.writeStringField("lineTerminator", "\r\n");
        json.writeStringField("quoteChar", "\"");
        json.writeBooleanField("doubleQuote", true);
        json.writeBooleanField("header", true);
        json.writeEndObject();
        schema(json, table);
        json.writeObjectFieldStart("parquet");
        file(json, table.parquet(), "parquet", "application/vnd.apache.parquet");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, DescribedTable.WrittenFile file, String format, String mediatype)
            throws IOException {
        json.writeStringField("path", file.path());
        json.writeStringField("format", format);
        json.writeStringField("mediatype", mediatype);
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("hash", "sha256:" + file.sha256());
    }

    private static void schema(JsonGenerator json, DescribedTable table) throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (DescribedField field : table.fields()) {
            field(json, field);
        }
        json.writeEndArray();
        strings(json, "missingValues", List.of(""));
        if (!table.key().isEmpty()) {
            strings(json, "primaryKey", table.key());
        }
        if (!table.references().isEmpty()) {
            json.writeArrayFieldStart("foreignKeys");
            for (Reference reference : table.references()) {
                reference(json, reference);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, DescribedField field) throws IOException {
        FieldWords words = field.words();
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField("type", field.type().word());
        json.writeStringField("format", "default");
        words(json, "title", words.title());
        words(json, "description", words.note());
        words(json, "unit", words.unit());
        if (field.required() || !words.categories().isEmpty()) {
            json.writeObjectFieldStart("constraints");
            if (field.required()) {
                json.writeBooleanField("required", true);
            }
            if (!words.categories().isEmpty()) {
                strings(json, "enum", words.categories().stream().map(Label::id).toList());
            }
            json.writeEndObject();
        }
        categories(json, words.categories());
        json.writeEndObject();
    }

    private static void categories(JsonGenerator json, List<Label> categories) throws IOException {
        if (categories.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("categories");
        for (Label category : categories) {
            json.writeStartObject();
            json.writeStringField("value", category.id());
            words(json, "label", category.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void reference(JsonGenerator json, Reference reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("fields", reference.column());
        json.writeObjectFieldStart("reference");
        json.writeStringField("resource", reference.table());
        json.writeStringField("fields", reference.key());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Nothing where there are no words. */
    private static void words(JsonGenerator json, String name, Text words) throws IOException {
        if (!words.zh().isEmpty()) {
            json.writeStringField(name, words.zh());
            json.writeStringField(name + "@en", words.en());
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
