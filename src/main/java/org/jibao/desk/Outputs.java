package org.jibao.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jibao.status.SlipLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that were made for a period. A page names one of them by its name in this list, never by a path. */
final class Outputs {

    private static final Logger LOG = LoggerFactory.getLogger(Outputs.class);

    /** More than a period of 2,000 units makes: a slip and a template for each, in two languages. */
    private static final int MOST = 20_000;

    private final List<Output> files;

    private Outputs(List<Output> files) {
        this.files = files;
    }

    /**
     * One file.
     *
     * @param folder its folder within the period's, or an empty text
     * @param name as it is shown and asked for, with its folder
     */
    record Output(String folder, String name, Path path, long size, Instant made) {

        String fileName() {
            return String.valueOf(path.getFileName());
        }

        boolean isPage() {
            return name.toLowerCase(Locale.ROOT).endsWith(".html");
        }

        long kibibytes() {
            return Math.max(1, size / 1024);
        }
    }

    static Outputs of(Settings settings, String period) {
        Path folder = folder(settings, period);
        List<Output> files = new ArrayList<>();
        try {
            add(folder, "", files);
        } catch (IOException e) {
            LOG.warn("outputs cannot be listed: {}", folder, e);
        }
        files.sort(Comparator.comparing(Output::folder).thenComparing(Output::name));
        return new Outputs(List.copyOf(files));
    }

    private static Path folder(Settings settings, String period) {
        return settings.out().resolve(settings.job()).resolve(period);
    }

    /** The return slips of a period, by the file that each answers. */
    static SlipLinks slips(Settings settings, String period) {
        try {
            return SlipLinks.in(folder(settings, period));
        } catch (IOException e) {
            throw new OperationalFailure(Reasons.of(e), e);
        }
    }

    private static void add(Path folder, String within, List<Output> files) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.limit(MOST).toList()) {
                String name = String.valueOf(child.getFileName());
                if (name.startsWith(".")) {
                    continue;
                }
                if (within.isEmpty() && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    add(child, name, files);
                } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(new Output(
                            within,
                            within.isEmpty() ? name : within + "/" + name,
                            child,
                            Files.size(child),
                            Files.getLastModifiedTime(child).toInstant()));
                }
            }
        }
    }

    /** In the order of their names; those of the period's own folder first. */
    List<Output> all() {
        return files;
    }

    List<Output> in(String folder) {
        return files.stream().filter(file -> file.folder().equals(folder)).toList();
    }

    /** The one of this name, folder and all. */
    Optional<Output> named(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
