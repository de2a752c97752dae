package org.jibao.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jibao.delivery.Manifest.HashedFile;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON, a line a member; the same manifest always gives the same bytes. */
final class ManifestJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ManifestJson() {}

    /** What a later run wants to know of a manifest. */
    record Outcome(@Nullable String digest, List<HashedFile> outputs) {}

    static String of(Manifest manifest) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("job", manifest.job());
            json.writeStringField("period", manifest.period());
            json.writeStringField("asOf", manifest.asOf().toString());
            json.writeStringField("program", manifest.program());
            json.writeStringField("digest", manifest.digest());
            json.writeStringField("jobDigest", manifest.jobDigest());
            files(json, "inputs", manifest.inputs());
            files(json, "outputs", manifest.outputs());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void files(JsonGenerator json, String name, List<HashedFile> files) throws IOException {
        json.writeArrayFieldStart(name);
        for (HashedFile file : files) {
            json.writeStartObject();
            json.writeStringField("name", file.name());
            json.writeStringField("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Reads what {@link #of} has written.
     *
     * @throws IOException where it is no JSON
     */
    static Outcome read(String text) throws IOException {
        String digest = null;
        List<HashedFile> outputs = List.of();
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("digest")) {
                    digest = json.getValueAsString();
                } else if (name.equals("outputs")) {
                    outputs = files(json);
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Outcome(digest, outputs);
    }

    private static List<HashedFile> files(JsonParser json) throws IOException {
        List<HashedFile> files = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String name = "";
            String sha256 = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                String value = json.nextTextValue();
                name = member.equals("name") && value != null ? value : name;
                sha256 = member.equals("sha256") && value != null ? value : sha256;
            }
            files.add(new HashedFile(name, sha256));
        }
        return files;
    }
}
