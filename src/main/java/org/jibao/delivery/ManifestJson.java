package org.jibao.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.Manifest.Input;

/** A manifest as JSON, and what we need to know of one that was written. */
final class ManifestJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ManifestJson() {}

    /** What a later run asks of a manifest. */
    record Written(String digest, List<HashedFile> outputs) {}

    static String of(Manifest manifest) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            // The machine's own line ends would make other bytes of the same manifest.
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeStringField("job", manifest.job());
            json.writeStringField("period", manifest.period());
            json.writeStringField("asOf", manifest.asOf().toString());
            json.writeStringField("program", manifest.program());
            json.writeStringField("digest", manifest.digest());
            json.writeStringField("jobDigest", manifest.jobDigest());
            inputs(json, manifest.inputs());
            outputs(json, manifest.outputs());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void inputs(JsonGenerator json, List<Input> inputs) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (Input input : inputs) {
            json.writeStartObject();
            json.writeStringField("name", input.name());
            json.writeStringField("sha256", input.sha256());
            json.writeStringField("verdict", input.verdict());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void outputs(JsonGenerator json, List<HashedFile> outputs) throws IOException {
        json.writeArrayFieldStart("outputs");
        for (HashedFile output : outputs) {
            json.writeStartObject();
            json.writeStringField("name", output.name());
            json.writeStringField("sha256", output.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** @throws IOException where there is none, or none that this program has written */
    static Written read(Path file) throws IOException {
        String digest = "";
        List<HashedFile> outputs = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(Files.readString(file))) {
            expect(json, JsonToken.START_OBJECT, json.nextToken());
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                switch (member) {
                    case "digest" -> digest = json.getText();
                    case "outputs" -> outputs.addAll(outputs(json, value));
                    default -> json.skipChildren();
                }
            }
            expect(json, JsonToken.END_OBJECT, json.currentToken());
        }
        return new Written(digest, outputs);
    }

    private static List<HashedFile> outputs(JsonParser json, JsonToken first) throws IOException {
        expect(json, JsonToken.START_ARRAY, first);
        List<HashedFile> outputs = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, JsonToken.START_OBJECT, json.currentToken());
            Map<String, String> members = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                members.put(json.currentName(), json.nextTextValue());
            }
            outputs.add(new HashedFile(members.getOrDefault("name", ""), members.getOrDefault("sha256", "")));
        }
        return outputs;
    }

    private static void expect(JsonParser json, JsonToken expected, JsonToken found) throws JsonParseException {
        if (found != expected) {
            throw new JsonParseException(json, "expected " + expected + ", found " + found);
        }
    }
}
