package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.support.Json;
import org.jibao.support.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what a period's outputs were made from, and what they are. Written last, so that outputs with a
 * manifest are whole. The same contents give the same bytes.
 *
 * @param digest over everything that decides what the outputs say
 * @param jobDigest of the job folder
 * @param inputs the returns that are in the figures, with the verdict on each
 * @param outputs with their hashes, beside the manifest
 */
public record Manifest(
        String job,
        String period,
        Instant asOf,
        String program,
        String digest,
        String jobDigest,
        List<Input> inputs,
        List<HashedFile> outputs) {

    public static final String NAME = "manifest.json";

    public Manifest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * A received file.
     *
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param verdict what became of it, such as {@code accepted}
     */
    public record Input(String name, String sha256, String verdict) {}

    /** A file and the SHA-256 of its bytes, lower-case hexadecimal. */
    public record HashedFile(String name, String sha256) {

        public static HashedFile of(Path file) throws IOException {
            return new HashedFile(file.getFileName().toString(), Sha256.of(file));
        }
    }

    /** The outputs in a folder, if they were made from what this digest stands for and nobody has touched them since. */
    public static Optional<List<Path>> current(Path folder, String digest) {
        return current(folder, NAME, digest);
    }

    /** The same for outputs that have a manifest of another name. */
    public static Optional<List<Path>> current(Path folder, String name, String digest) {
        try {
            ManifestJson.Written written = ManifestJson.read(folder.resolve(name));
            return digest.equals(written.digest()) ? untouched(folder, written.outputs()) : Optional.empty();
        } catch (IOException noneOrBroken) {
            return Optional.empty();
        }
    }

    private static Optional<List<Path>> untouched(Path folder, List<HashedFile> outputs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (HashedFile output : outputs) {
            Path file = folder.resolve(output.name());
            if (!Files.isRegularFile(file) || !Sha256.of(file).equals(output.sha256())) {
                return Optional.empty();
            }
            files.add(file);
        }
        return Optional.of(files);
    }

    public Path deliver(AtomicFiles outbox) throws IOException {
        return deliver(outbox, NAME);
    }

    public Path deliver(AtomicFiles outbox, String name) throws IOException {
        outbox.write(name, draft -> Files.writeString(draft, ManifestJson.of(this)));
        return outbox.deliver(name);
    }

    /** SHA-256 of a text's UTF-8 bytes. */
    public static String sha256(String text) {
        return Sha256.of(text);
    }

    /** A manifest as JSON, and what we need to know of one that was written. */
    static final class ManifestJson {

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
            json.put(
                    "outputs", manifest.outputs().stream().map(ManifestJson::of).toList());
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
}
