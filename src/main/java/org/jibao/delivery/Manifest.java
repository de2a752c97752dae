package org.jibao.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * {@code manifest.json}: what a period's outputs were made from, and what they are. Written last, so that outputs with a
 * manifest are whole.
 *
 * @param digest over everything that decides what the outputs say
 * @param jobDigest of the job folder
 * @param inputs accepted returns with the hash of their file
 * @param outputs with their hashes, beside the manifest
 */
public record Manifest(
        String job,
        String period,
        Instant asOf,
        String program,
        String digest,
        String jobDigest,
        List<HashedFile> inputs,
        List<HashedFile> outputs) {

    public static final String NAME = "manifest.json";

    public Manifest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** A file and the SHA-256 of its bytes, lower-case hexadecimal. */
    public record HashedFile(String name, String sha256) {

        public static HashedFile of(Path file) throws IOException {
            return new HashedFile(file.getFileName().toString(), Manifest.sha256(Files.readAllBytes(file)));
        }
    }

    /** The outputs in a folder, if they were made from what this digest stands for and nobody has touched them since. */
    public static Optional<List<Path>> current(Path folder, String digest) {
        Path manifest = folder.resolve(NAME);
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        try {
            ManifestJson.Outcome outcome = ManifestJson.read(Files.readString(manifest));
            return digest.equals(outcome.digest()) ? untouched(folder, outcome.outputs()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<List<Path>> untouched(Path folder, List<HashedFile> outputs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (HashedFile output : outputs) {
            Path file = folder.resolve(output.name());
            if (!Files.isRegularFile(file) || !HashedFile.of(file).equals(output)) {
                return Optional.empty();
            }
            files.add(file);
        }
        return Optional.of(files);
    }

    public Path deliver(Outbox outbox) throws IOException {
        Files.writeString(outbox.draft(NAME), ManifestJson.of(this));
        return outbox.deliver(NAME);
    }

    /** SHA-256 of a text's UTF-8 bytes. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
