package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.Manifest.Input;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON, and what we need to know of one that was written. */
final class ManifestJson {

    private ManifestJson() {}

    /** What a later run asks of a manifest. */
    record Written(String digest, List<HashedFile> outputs) {}

    static String of(Manifest manifest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("job", manifest.job());
        json.put("period", manifest.period());
        json.put("asOf", manifest.asOf());
        json.put("program", manifest.program());
        json.put("digest", manifest.digest());
        json.put("jobDigest", manifest.jobDigest());
        json.put("inputs", manifest.inputs().stream().map(ManifestJson::of).toList());
        json.put("outputs", manifest.outputs().stream().map(ManifestJson::of).toList());
        return Json.of(json) + '\n';
    }

    private static Map<String, String> of(Input input) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", input.name());
        json.put("sha256", input.sha256());
        json.put("verdict", input.verdict());
        return json;
    }

    private static Map<String, String> of(HashedFile output) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", output.name());
        json.put("sha256", output.sha256());
        return json;
    }

    /** @throws IOException where there is none, or none that this program has written */
    static Written read(Path file) throws IOException {
        Map<String, @Nullable Object> json = Json.object(Files.readString(file));
        if (!(json.get("digest") instanceof String digest && json.get("outputs") instanceof List<?> listed)) {
            throw new IOException("no manifest of ours: " + file);
        }
        List<HashedFile> outputs = new ArrayList<>();
        for (Object output : listed) {
            if (!(output instanceof Map<?, ?> members
                    && members.get("name") instanceof String name
                    && members.get("sha256") instanceof String sha256)) {
                throw new IOException("no manifest of ours: " + file);
            }
            outputs.add(new HashedFile(name, sha256));
        }
        return new Written(digest, outputs);
    }
}
