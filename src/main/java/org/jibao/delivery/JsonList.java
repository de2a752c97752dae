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

/** A JSON object of one member, a list of flat objects of texts. */
final class JsonList {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonList() {}

    static String of(String member, List<Map<String, String>> objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeArrayFieldStart(member);
            for (Map<String, String> object : objects) {
                json.writeStartObject();
                for (Map.Entry<String, String> entry : object.entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** @throws IOException where there is no such file, or one of another form */
    static List<Map<String, String>> read(Path file, String member) throws IOException {
        List<Map<String, String>> objects = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(Files.readString(file))) {
            expect(json, JsonToken.START_OBJECT);
            expect(json, JsonToken.FIELD_NAME);
            if (!member.equals(json.currentName())) {
                throw new JsonParseException(json, "expected " + member + ", found " + json.currentName());
            }
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                objects.add(object(json));
            }
            expect(json, JsonToken.END_OBJECT);
        }
        return objects;
    }

    private static Map<String, String> object(JsonParser json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json, JsonToken.VALUE_STRING);
            members.put(name, json.getText());
        }
        return members;
    }

    private static void expect(JsonParser json, JsonToken expected) throws IOException {
        JsonToken found = json.nextToken();
        if (found != expected) {
            throw new JsonParseException(json, "expected " + expected + ", found " + found);
        }
    }
}
