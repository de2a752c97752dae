package org.jibao.summary.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The office's own Word template in the job folder: {@code bulletin.docx}, or one a language. */
public final class BulletinTemplate {

    private static final Wording WORDS = Wording.of(BulletinTemplate.class);
    private static final String PLAIN = "bulletin.docx";

    /** What a job folder holds of one file. */
    private static final int LARGEST = 4 << 20;

    private final String name;
    private final Map<String, byte[]> parts;
    private final List<Text> mistakes;

    private BulletinTemplate(String name, Map<String, byte[]> parts, List<Text> mistakes) {
        this.name = name;
        this.parts = parts;
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Every mistake in the templates of a job folder: a file that is no Word document or too large, what it may not hold,
     * placeholders that stand for nothing or may not stand where they do, and names that no template has. Empty where there is no
     * template.
     *
     * @throws IOException where the folder cannot be read
     */
    public static List<Problem> problems(JobDefinition job) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String file : named(job)) {
            if (known().contains(file)) {
                read(job, file).mistakes.forEach(text -> problems.add(new Problem(file, 1, text)));
            } else {
                problems.add(new Problem(file, 1, WORDS.text("template.name", String.join(", ", known()))));
            }
        }
        return problems;
    }

    /** The template for a language; empty where the shipped one is used. */
    static Optional<BulletinTemplate> of(JobDefinition job, Language language) throws IOException {
        List<String> there = named(job);
        String own = own(language);
        if (there.contains(own)) {
            return Optional.of(read(job, own));
        }
        // Its words are in one language: the job's main one.
        return language == job.language() && there.contains(PLAIN) ? Optional.of(read(job, PLAIN)) : Optional.empty();
    }

    String name() {
        return name;
    }

    /** Parts that have passed the guard; none where there is a mistake. */
    Map<String, byte[]> parts() {
        return parts;
    }

    List<Text> mistakes() {
        return mistakes;
    }

    private static String own(Language language) {
        return "bulletin." + language.name().toLowerCase(Locale.ROOT) + ".docx";
    }

    private static Set<String> known() {
        Set<String> names = new LinkedHashSet<>(List.of(PLAIN));
        for (Language language : Language.values()) {
            names.add(own(language));
        }
        return names;
    }

    /** The files of the folder that are called so, whatever their ending. */
    private static List<String> named(JobDefinition job) throws IOException {
        if (!Files.isDirectory(job.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(job.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.toLowerCase(Locale.ROOT).startsWith("bulletin."))
                    .sorted()
                    .toList();
        }
    }

    private static BulletinTemplate read(JobDefinition job, String name) throws IOException {
        Path file = job.folder().resolve(name);
        // The loader has reported a link that leads out of the folder; here none is followed.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new BulletinTemplate(name, Map.of(), List.of(WORDS.text("template.no-file")));
        }
        if (Files.size(file) > LARGEST) {
            return new BulletinTemplate(name, Map.of(), List.of(WORDS.text("template.large-file", LARGEST >> 20)));
        }
        TemplateGuard.Guarded guarded = TemplateGuard.read(Files.readAllBytes(file));
        if (!guarded.refused().isEmpty()) {
            return new BulletinTemplate(name, Map.of(), guarded.refused());
        }
        List<Text> mistakes = mistakes(new WordFile(guarded.parts()), new PlaceholderNames(job));
        return new BulletinTemplate(name, mistakes.isEmpty() ? guarded.parts() : Map.of(), mistakes);
    }

    private static List<Text> mistakes(WordFile file, PlaceholderNames names) {
        Set<Text> mistakes = new LinkedHashSet<>();
        for (String part : file.texts()) {
            for (ParagraphText paragraph : ParagraphText.of(file.xml(part))) {
                List<Placeholder> placeholders = paragraph.placeholders();
                placeholders.forEach(placeholder ->
                        mistake(paragraph, placeholder, part, names).ifPresent(mistakes::add));
                int opened = paragraph.text().split("\\{\\{", -1).length - 1;
                if (opened != placeholders.size()) {
                    mistakes.add(WORDS.text("placeholder.open", shortened(paragraph.text())));
                }
            }
        }
        return List.copyOf(mistakes);
    }

    private static Optional<Text> mistake(
            ParagraphText paragraph, Placeholder placeholder, String part, PlaceholderNames names) {
        Optional<Text> unknown = names.mistake(placeholder);
        if (unknown.isPresent() || !PlaceholderNames.isBlock(placeholder)) {
            return unknown;
        }
        if (!part.equals(WordFile.DOCUMENT)
                || WordXml.around(paragraph.paragraph(), "txbxContent").isPresent()) {
            return Optional.of(WORDS.text("placeholder.not-in-body", placeholder.written()));
        }
        return paragraph.isAlone(placeholder)
                ? Optional.empty()
                : Optional.of(WORDS.text("placeholder.not-alone", placeholder.written()));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
