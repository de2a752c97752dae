package org.jibao.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON file as maps, lists, texts, whole numbers, truths and nulls. */
public final class JsonTree {

    private JsonTree() {}

    public static @Nullable Object read(Path file) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            return value(json, json.nextToken());
        }
    }

    /** A file of one object a line. */
    public static List<Map<String, @Nullable Object>> lines(Path file) throws IOException {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try (JsonParser json = new JsonFactory().createParser(line)) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new IOException("no object: " + line);
                }
                objects.add(object(json));
                if (json.nextToken() != null) {
                    throw new IOException("more than one object: " + line);
                }
            }
        }
        return objects;
    }

    private static @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not expected here: " + token);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (members.containsKey(name)) {
                throw new IOException("twice in one object: " + name);
            }
            members.put(name, value(json, json.nextToken()));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser json) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(value(json, token));
        }
        return items;
    }
}
