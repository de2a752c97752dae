package org.jibao.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.guard.OwnFiles;
import org.jibao.support.Sha256;

/**
 * The folder of one plan that all machines see: its slices as texts, notes of what is being read, and the parts. A part
 * is a folder that has its name only once it is whole. Each try has a name of its own, so that a worker that comes back
 * late changes nothing that another has made. No name comes from outside: slices have numbers, and what a part is
 * called is held against a pattern.
 */
final class PartsFolder {

    private static final Pattern PLAN = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PART = Pattern.compile("[0-9]{6}-[0-9a-f]{32}");
    private static final int SHORT = 16;
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Path folder;

    private PartsFolder(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** @throws IOException where the plan has no such name */
    static PartsFolder of(Path root, String plan) throws IOException {
        if (!PLAN.matcher(plan).matches()) {
            throw new IOException("no plan");
        }
        return new PartsFolder(root, root.resolve("plan-" + plan.substring(0, SHORT)));
    }

    /** Writes the slices that are not there, and removes what other plans have left. */
    void prepare(List<String> slices) throws IOException {
        OwnFiles.folders(root);
        removeOthers();
        OwnFiles.folders(folder.resolve("slices"));
        OwnFiles.folders(folder.resolve("notes"));
        OwnFiles.folders(folder.resolve("parts"));
        for (int number = 0; number < slices.size(); number++) {
            Path slice = slice(number);
            if (!slices.get(number).isEmpty()
                    && (!Files.exists(slice) || !Sha256.of(slice).equals(Sha256.of(slices.get(number))))) {
                Path draft = slice.resolveSibling(slice.getFileName() + ".tmp");
                OwnFiles.write(draft, slices.get(number));
                Files.move(draft, slice, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> plans = Files.list(root)) {
            for (Path other : plans.toList()) {
                if (!other.equals(folder) && String.valueOf(other.getFileName()).startsWith("plan-")) {
                    remove(other);
                }
            }
        }
    }

    private Path slice(int number) {
        return folder.resolve("slices").resolve(number(number) + ".json");
    }

    private static String number(int number) {
        return String.format(java.util.Locale.ROOT, "%06d", number);
    }

    /** Whether the folder is seen at all. */
    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** @throws IOException where it is not there, or not as it was written */
    String text(int slice, String sha256) throws IOException {
        String text = Files.readString(slice(slice));
        if (!Sha256.of(text).equals(sha256)) {
            throw new IOException("slice " + slice + " was altered");
        }
        return text;
    }

    /** Where it is noted which files of a slice are being read. */
    Path note(int slice) {
        return folder.resolve("notes").resolve(number(slice) + ".reading");
    }

    /** Where it is noted how often a slice was begun. */
    Path tries(int slice) {
        return folder.resolve("notes").resolve(number(slice) + ".tries");
    }

    /** What a part consists of: its name, and the SHA-256 of each file. */
    record Part(String name, Map<String, String> files) {

        Part {
            files = Map.copyOf(files);
        }
    }

    /** Copies files to a new part of the slice, forced to the disk before it has its name. */
    Part publish(int slice, Path from, List<String> names) throws IOException {
        String name = number(slice) + "-" + UUID.randomUUID().toString().replace("-", "");
        Path place = folder.resolve("parts").resolve(name);
        Path draft = folder.resolve("parts").resolve(name + ".tmp");
        OwnFiles.folders(draft);
        try {
            Map<String, String> files = new LinkedHashMap<>();
            for (String file : names) {
                files.put(file, copy(from.resolve(file), draft.resolve(file)));
            }
            force(draft);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            force(folder.resolve("parts"));
            return new Part(name, files);
        } catch (IOException e) {
            remove(draft);
            throw e;
        }
    }

    /**
     * Copies a part to a folder of this machine.
     *
     * @return where it is; empty where the part is not there as it was made
     */
    Optional<Path> fetch(Part part, Path to) throws IOException {
        if (!PART.matcher(part.name()).matches()) {
            return Optional.empty();
        }
        Path place = folder.resolve("parts").resolve(part.name());
        Path copy = OwnFiles.folders(to.resolve(part.name()));
        for (Map.Entry<String, String> file : part.files().entrySet()) {
            Path source = place.resolve(file.getKey());
            if (!Files.isRegularFile(source)
                    || !copy(source, copy.resolve(file.getKey())).equals(file.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(copy);
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = digest();
        OwnFiles.make(to);
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel =
                        FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new DigestOutputStream(java.nio.channels.Channels.newOutputStream(channel), digest);
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A folder is forced as a file is; where the system cannot, it keeps order by itself. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows opens no folder.
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Notes a line for good. */
    static void note(Path file, String line) throws IOException {
        try (FileChannel channel = OwnFiles.channel(file, StandardOpenOption.APPEND)) {
            channel.write(java.nio.ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    void remove() throws IOException {
        remove(folder);
    }

    /** Another machine may still write there: what it leaves goes with the next run. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> paths = Files.walk(folder)) {
            inside = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (java.io.UncheckedIOException e) {
            return;
        }
        for (Path path : inside) {
            try {
                Files.deleteIfExists(path);
            } catch (java.nio.file.DirectoryNotEmptyException written) {
                return;
            }
        }
    }
}
