package org.jibao.delivery;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.delivery.Manifest.HashedFile;

/** A manifest as JSON, a line a member. */
final class ManifestJson {

    private ManifestJson() {}

    static String of(Manifest manifest) {
        return String.join(
                        ",\n",
                        member("job", manifest.job()),
                        member("period", manifest.period()),
                        member("asOf", manifest.asOf().toString()),
                        member("program", manifest.program()),
                        member("digest", manifest.digest()),
                        member("jobDigest", manifest.jobDigest()),
                        files("inputs", manifest.inputs()),
                        files("outputs", manifest.outputs()))
                .transform(members -> "{\n" + members + "\n}\n");
    }

    private static String member(String name, String value) {
        return "  " + text(name) + ": " + text(value);
    }

    private static String files(String name, List<HashedFile> files) {
        return files.stream()
                .map(file -> "    {\"name\": " + text(file.name()) + ", \"sha256\": " + text(file.sha256()) + "}")
                .collect(Collectors.joining(",\n", "  " + text(name) + ": [\n", "\n  ]"));
    }

    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        value.chars().forEach(character -> append(json, (char) character));
        return json.append('"').toString();
    }

    private static void append(StringBuilder json, char character) {
        if (character == '"' || character == '\\') {
            json.append('\\').append(character);
        } else if (character < ' ' || Character.isSurrogate(character)) {
            json.append("\\u%04x".formatted((int) character));
        } else {
            json.append(character);
        }
    }
}
