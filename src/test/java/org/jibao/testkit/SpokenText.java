package org.jibao.testkit;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Every text of every file in a folder, by where it stands: names of files, parts of workbooks (cells, names of sheets, comments,
 * rules of input, headers and footers, properties), lines of text files, and parts of mails.
 */
public final class SpokenText {

    private static final Set<String> PICTURES = Set.of("png", "emf", "parquet", "duckdb", "bin");
    private static final Pattern MARKUP = Pattern.compile(">([^<>]+)<|=\"([^\"]*)\"");

    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    private SpokenText() {}

    public static SpokenText in(Path folder) {
        return in(folder, name -> true);
    }

    /** Of the files with such names. */
    public static SpokenText in(Path folder, Predicate<String> names) {
        SpokenText spoken = new SpokenText();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> names.test(path.toString())).sorted().toList()) {
                String name = folder.relativize(file).toString();
                spoken.add("name of " + name, name);
                if (Files.isRegularFile(file)) {
                    spoken.read(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
        return spoken;
    }

    public SpokenText add(String place, String text) {
        texts.computeIfAbsent(place, at -> new ArrayList<>()).add(text);
        return this;
    }

    /** Places with the texts in which the pattern is found. */
    public List<String> where(Pattern pattern) {
        List<String> found = new ArrayList<>();
        texts.forEach((place, all) -> all.stream()
                .filter(text -> pattern.matcher(text).find())
                .forEach(text -> found.add(place + ": " + text)));
        return found;
    }

    /** Places with the texts that are one of these, whole. */
    public List<String> whereOneOf(Set<String> words) {
        List<String> found = new ArrayList<>();
        texts.forEach((place, all) -> all.stream()
                .filter(text -> words.contains(text.strip()))
                .forEach(text -> found.add(place + ": " + text)));
        return found;
    }

    /** Whether any text holds these words. */
    public boolean says(String words) {
        return texts.values().stream().flatMap(List::stream).anyMatch(text -> text.contains(words));
    }

    public int size() {
        return texts.size();
    }

    private void read(String name, byte[] bytes) throws IOException, MessagingException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.contains(ending)) {
            return;
        }
        switch (ending) {
            case "xlsx", "docx", "zip" -> unzip(name, bytes);
            case "eml" -> mail(name, new ByteArrayInputStream(bytes));
            case "xml", "rels", "vml", "html" -> markup(name, new String(bytes, StandardCharsets.UTF_8));
            default -> new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> add(name, line));
        }
    }

    private void unzip(String name, byte[] bytes) throws IOException, MessagingException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add("name in " + name, entry.getName());
                read(name + "!" + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private void markup(String name, String xml) {
        Matcher matcher = MARKUP.matcher(xml);
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            add(name, unescaped(text));
        }
    }

    private static String unescaped(String text) {
        Matcher number = Pattern.compile("&#(x?)([0-9A-Fa-f]+);").matcher(text);
        String plain = number.replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private void mail(String name, InputStream stream) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), stream);
        add("subject of " + name, message.getSubject());
        part(name, message);
    }

    private void part(String name, Part part) throws IOException, MessagingException {
        if (part.getFileName() != null) {
            String file = jakarta.mail.internet.MimeUtility.decodeText(part.getFileName());
            add("attachment of " + name, file);
            read(name + "!" + file, bytes(part));
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart body = parts.getBodyPart(i);
                part(name, body);
            }
        } else if (part.getContent() instanceof String words) {
            words.lines().forEach(line -> add(name, line));
        }
    }

    private static byte[] bytes(Part part) throws MessagingException {
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
