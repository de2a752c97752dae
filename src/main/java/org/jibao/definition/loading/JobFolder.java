package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jibao.definition.Problem;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;

/**
 * The files of a job folder, read once: what is parsed is what the digest speaks of, even where somebody is editing.
 * Hidden files are none of the job's. What it takes from the folder of what jobs share becomes part of it when it is
 * asked for. Several threads may ask.
 */
final class JobFolder {

    private static final Wording WORDS = Wording.of(JobFolder.class);

    /** The folder beside the job folders that holds what jobs share: rosters and tables of the summary. No job. */
    static final String COMMON = "common";

    /** How the name of a shared file begins, seen from the job folder. */
    private static final String SHARED = "../" + COMMON + "/";

    /** A form of some hundred rows has 20 KB; what is larger is not a definition. */
    private static final int LARGEST_FILE = 4 << 20;

    /** Where the tables are that the job looks things up in; whatever else lies there was meant to be one. */
    static final String REFERENCE = "reference/";

    private static final Set<String> DEFINITIONS = Set.of("yaml", "yml", "sql", "csv");

    private final Path common;
    private final SortedMap<String, byte[]> shared = new TreeMap<>();
    private final SortedMap<String, byte[]> files;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();
    private volatile List<Language> languages = List.of(Language.values());

    private JobFolder(Path folder, SortedMap<String, byte[]> files, Problems problems) {
        this.common = folder.toAbsolutePath().normalize().resolveSibling(COMMON);
        this.files = files;
        this.problems = problems;
    }

    static JobFolder read(Path folder, Problems problems) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (isFolder(folder, problems)) {
            for (Path file : listed(folder)) {
                String name = name(folder, file);
                if (staysIn(folder, file)) {
                    files.put(name, bytes(file, name, problems));
                } else {
                    problems.add(new Problem(name, 1, WORDS.text("file.link-out")));
                }
            }
        }
        return new JobFolder(folder, files, problems);
    }

    /**
     * A job folder that is a link is not read: what it holds is somebody else's, and may change without anybody here.
     */
    private static boolean isFolder(Path folder, Problems problems) {
        if (Files.isSymbolicLink(folder)) {
            problems.add(new Problem("job.yaml", 1, WORDS.text("folder.is-link")));
            return false;
        }
        return Files.isDirectory(folder);
    }

    /**
     * Whether a file is the folder's own, also by way of a link: otherwise the author of the folder could read files of
     * others.
     */
    private static boolean staysIn(Path folder, Path file) throws IOException {
        try {
            return !Files.isSymbolicLink(folder) && file.toRealPath().startsWith(folder.toRealPath());
        } catch (NoSuchFileException | FileSystemLoopException leadsNowhere) {
            return false;
        }
    }

    /** The same of one file alone, whatever else lies there. */
    static JobFolder only(Path folder, String name, Problems problems) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path file = folder.resolve(name);
        if (isFolder(folder, problems) && Files.isRegularFile(file)) {
            if (staysIn(folder, file)) {
                files.put(name, bytes(file, name, problems));
            } else {
                problems.add(new Problem(name, 1, WORDS.text("file.link-out")));
            }
        }
        return new JobFolder(folder, files, problems);
    }

    private static byte[] bytes(Path file, String name, Problems problems) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            problems.add(new Problem(name, 1, WORDS.text("file.too-large", LARGEST_FILE >> 20)));
            return new byte[0];
        }
        return Files.readAllBytes(file);
    }

    /** Links are listed, and what a linked folder holds is not. */
    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(file -> Files.isRegularFile(file) || Files.isSymbolicLink(file))
                    .filter(file -> !hidden(folder.relativize(file)))
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean hidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Every file of the folder, and every shared one that was asked for, sorted. */
    synchronized Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    synchronized boolean has(String file) {
        return files.containsKey(file);
    }

    /** What jobs share under this name, whether it is there or not: to be asked for like a file of the job's own. */
    synchronized String shared(String name) {
        String file = SHARED + name;
        Path path = common.resolve(name);
        byte[] read = shared.get(file);
        if (read != null) {
            files.putIfAbsent(file, read);
        } else if (!files.containsKey(file) && Files.isRegularFile(path)) {
            try {
                if (staysIn(common, path)) {
                    files.put(file, bytes(path, file, problems));
                } else {
                    problems.add(new Problem(file, 1, WORDS.text("file.link-out")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** The names of the shared files in one folder that end so, without that ending. */
    List<String> sharedNames(String folder, String ending) {
        Path path = common.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (!staysIn(common, path)) {
                problems.add(new Problem(SHARED + folder, 1, WORDS.text("file.link-out")));
                return List.of();
            }
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job's languages, once they are known; all before that. */
    void languages(List<Language> given) {
        languages = List.copyOf(given);
    }

    DefinitionFile source(String file) {
        return new DefinitionFile(file, languages, problems);
    }

    /** The file's text, or empty where it is missing or no text: then a problem says so. */
    synchronized Optional<String> text(String file) {
        used.add(file);
        byte[] bytes = files.get(file);
        if (bytes == null) {
            source(file).report(1, WORDS.text("file.missing"));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            source(file).report(1, WORDS.text("file.not-utf8"));
            return Optional.empty();
        }
    }

    /** The names of the files in one folder that end so, without that ending, in order. */
    synchronized List<String> namesIn(String folder, String ending) {
        return files.keySet().stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(ending))
                .map(file -> file.substring(folder.length(), file.length() - ending.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }

    Optional<Mapping> yaml(String file) {
        return text(file).flatMap(text -> YamlReader.read(source(file), text));
    }

    /** Reports every definition that nothing refers to: most often a misspelt name. Examples are read by others. */
    synchronized void reportUnused() {
        for (String file : files.keySet()) {
            if (used.contains(file) || file.startsWith("examples/")) {
                continue;
            }
            if (file.startsWith(REFERENCE)) {
                source(file).report(1, WORDS.text("file.unlisted-reference"));
            } else if (DEFINITIONS.contains(ending(file))) {
                source(file).report(1, WORDS.text("file.unused", id(file)));
            }
        }
    }

    private static String id(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.indexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    /**
     * SHA-256 over names, lengths and contents of all files, and of the shared ones in use, in the order of names.
     * Whose packages are taken decides no figure, so that a new key leaves it as it is.
     */
    synchronized String digest() {
        SortedMap<String, byte[]> deciding = new TreeMap<>(files);
        deciding.keySet().removeIf(name -> name.endsWith(PackagesReader.KEYS));
        return sha256(deciding);
    }

    /**
     * Two checksums over all files and all that jobs share, in use or not: it can be told before anything is parsed.
     * That a file was edited they tell as surely as the digest, and in a process that has just started in no time; they
     * are no proof against a forger, who could write to the folder anyway. What is shared is in memory from here on;
     * what is too large to be a definition is a mistake where it is used, and left out.
     */
    synchronized String fingerprint() throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        if (Files.isDirectory(common) && !Files.isSymbolicLink(common)) {
            for (Path path : listed(common)) {
                String file = SHARED + name(common, path);
                if (!all.containsKey(file) && staysIn(common, path) && Files.size(path) <= LARGEST_FILE) {
                    shared.put(file, Files.readAllBytes(path));
                }
            }
        }
        all.putAll(shared);
        return checksums(all);
    }

    /**
     * Whether any SQL of the folder, or any that jobs share once {@link #fingerprint} has read it, has the word in
     * single quotes.
     */
    synchronized boolean quotesInSql(String word) {
        String quoted = "'" + word + "'";
        return Stream.of(files, shared)
                .flatMap(read -> read.entrySet().stream())
                .filter(file -> file.getKey().endsWith(".sql"))
                .anyMatch(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(quoted));
    }

    private static String checksums(SortedMap<String, byte[]> files) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        feed(files, bytes -> {
            one.update(bytes);
            other.update(bytes);
        });
        return HexFormat.of().toHexDigits(one.getValue() << Integer.SIZE | other.getValue());
    }

    private static String sha256(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            feed(files, digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Name, length and content of each file, in the order of names. */
    private static void feed(SortedMap<String, byte[]> files, Consumer<byte[]> into) {
        files.forEach((name, content) -> {
            into.accept((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            into.accept(content);
        });
    }
}
