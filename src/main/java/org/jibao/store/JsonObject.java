package org.jibao.store;

import java.util.Map;
import java.util.stream.Collectors;

/** A flat JSON object of texts, in the order of the map. */
final class JsonObject {

    private JsonObject() {}

    static String of(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + text(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(character -> append(json, (char) character));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char character) {
        if (character == '"' || character == '\\') {
            json.append('\\').append(character);
        } else if (character < ' ') {
            json.append("\\u%04x".formatted((int) character));
        } else {
            json.append(character);
        }
    }
}
