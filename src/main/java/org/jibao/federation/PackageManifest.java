package org.jibao.federation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code package.json}: what a package is, and the hash of each of its parts. Its bytes are what is signed.
 *
 * @param forms digest of what the forms hold
 * @param jobDigest of the job folder
 * @param office the code of the unit that hands on
 * @param period its code
 * @param program its version
 * @param state digest of all that decided the figures
 * @param approval who approved it, or null where the job needs none
 * @param key the fingerprint of the key that it is signed with
 */
record PackageManifest(
        String job,
        String jobVersion,
        String forms,
        String jobDigest,
        String office,
        String period,
        Instant asOf,
        String program,
        String state,
        @Nullable ApprovedBy approval,
        String key,
        List<Part> parts) {

    static final String NAME = "package.json";
    static final String SIGNATURE = "package.sig";
    static final String FORMAT = "jibao-package-1";

    /** Who approved the figures, and when. */
    record ApprovedBy(String by, Instant at) {}

    /**
     * A part.
     *
     * @param rows null of a part that is no table
     */
    record Part(
            String name,
            long bytes,
            String sha256,
            @Nullable Long rows) {}

    PackageManifest {
        parts = List.copyOf(parts);
    }

    byte[] bytes() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("job", job);
        json.put("jobVersion", jobVersion);
        json.put("forms", forms);
        json.put("jobDigest", jobDigest);
        json.put("office", office);
        json.put("period", period);
        json.put("asOf", asOf.toString());
        json.put("program", program);
        json.put("state", state);
        if (approval != null) {
            json.put("approvedBy", approval.by());
            json.put("approvedAt", approval.at().toString());
        }
        json.put("key", key);
        json.put("parts", parts.stream().map(PackageManifest::json).toList());
        return (Json.of(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> json(Part part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", part.name());
        json.put("bytes", part.bytes());
        json.put("sha256", part.sha256());
        if (part.rows() != null) {
            json.put("rows", part.rows());
        }
        return json;
    }

    /**
     * Reads one.
     *
     * @throws IOException where it is none of this format
     */
    static PackageManifest of(byte[] bytes) throws IOException {
        try {
            Members all = new Members(Json.object(new String(bytes, StandardCharsets.UTF_8)));
            if (!all.text("format").equals(FORMAT)) {
                throw new IOException("another format");
            }
            return new PackageManifest(
                    all.text("job"),
                    all.text("jobVersion"),
                    all.text("forms"),
                    all.text("jobDigest"),
                    all.text("office"),
                    all.text("period"),
                    Instant.parse(all.text("asOf")),
                    all.text("program"),
                    all.text("state"),
                    all.has("approvedBy")
                            ? new ApprovedBy(all.text("approvedBy"), Instant.parse(all.text("approvedAt")))
                            : null,
                    all.text("key"),
                    all.parts());
        } catch (DateTimeException | StackOverflowError e) {
            throw new IOException("no manifest", e);
        }
    }

    /** Members of an object, each of which must be there and of its kind. */
    private record Members(Map<String, @Nullable Object> json) {

        boolean has(String name) {
            return json.containsKey(name);
        }

        String text(String name) throws IOException {
            if (json.get(name) instanceof String text) {
                return text;
            }
            throw new IOException("no " + name);
        }

        long number(String name) throws IOException {
            if (json.get(name) instanceof Long number && number >= 0) {
                return number;
            }
            throw new IOException("no " + name);
        }

        List<Part> parts() throws IOException {
            if (!(json.get("parts") instanceof List<?> list)) {
                throw new IOException("no parts");
            }
            List<Part> parts = new ArrayList<>();
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new IOException("no part");
                }
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                map.forEach((key, value) -> members.put(String.valueOf(key), value));
                Members part = new Members(members);
                parts.add(new Part(
                        part.text("name"),
                        part.number("bytes"),
                        part.text("sha256"),
                        part.has("rows") ? part.number("rows") : null));
            }
            return parts;
        }
    }
}
