package org.jibao.summarize;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jibao.delivery.AtomicFiles;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a summary as PDF, beside them, where LibreOffice is installed; of the workbook the pages for people. They are no outputs of record: LibreOffice notes
 * the time in each, so that no two are the same. They go when the summary is made anew.
 */
public final class PdfCopies {
    private static final Logger LOG = LoggerFactory.getLogger(PdfCopies.class);
    private static final Wording WORDS = Wording.of(PdfCopies.class);

    /** Names the program, where it is not found by itself. */
    public static final String VARIABLE = "JIBAO_LIBREOFFICE";

    private static final String SUFFIX = ".pdf";

    /** A page in HTML is printed by a browser. */
    private static final List<String> OFFICE = List.of(".xlsx", ".docx");

    /** A summary of a thousand units takes half a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> NAMES = List.of("soffice", "libreoffice", "soffice.com", "soffice.exe");
    private static final List<String> PLACES = List.of(
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "/opt/libreoffice/program/soffice",
            "C:\\Program Files\\LibreOffice\\program\\soffice.com",
            "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com");

    private final Map<String, String> environment;
    private final Duration patience;

    /** @param environment in which the program is named or found */
    public PdfCopies(Map<String, String> environment) {
        this(environment, PATIENCE);
    }

    /** @param patience how long one file may take */
    PdfCopies(Map<String, String> environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * Makes a copy of each workbook and document among the files; a workbook of data alone has no page.
     *
     * @param files of a summary, where they stand
     */
    public PdfOutcome make(List<Path> files) {
        List<Path> office =
                files.stream().filter(file -> isOffice(file.toString())).toList();
        Optional<Path> program = office.isEmpty() ? Optional.empty() : program();
        if (program.isEmpty()) {
            List<Text> why = office.isEmpty() ? List.of() : List.of(WORDS.text("pdf.no-program", VARIABLE));
            return new PdfOutcome(List.of(), why);
        }
        List<Path> made = new ArrayList<>();
        List<Text> failed = new ArrayList<>();
        for (Path file : office) {
            try {
                copy(program.get(), file).ifPresent(made::add);
            } catch (IOException e) {
                LOG.warn("no PDF of {}", file.getFileName(), e);
                failed.add(WORDS.text("pdf.failed", file));
            }
        }
        return new PdfOutcome(made, failed);
    }

    /** The name that the copy of a file has. */
    static String name(String file) {
        return file + SUFFIX;
    }

    static boolean isOffice(String file) {
        return OFFICE.stream().anyMatch(file::endsWith);
    }

    private Optional<Path> program() {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath =
                Collections.list(new StringTokenizer(environment.getOrDefault("PATH", ""), File.pathSeparator)).stream()
                        .flatMap(folder -> NAMES.stream()
                                .map(name -> Path.of(String.valueOf(folder).replace("\"", ""), name)));
        return Stream.concat(onPath, PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @return empty where there is nothing to print */
    private Optional<Path> copy(Path program, Path file) throws IOException {
        Path work = Files.createTempDirectory("jibao-pdf");
        try {
            // A name of our own: one that a job gives may be long, or begin like an option.
            Path source = work.resolve(
                    "summary" + file.toString().substring(file.toString().lastIndexOf('.')));
            if (source.toString().endsWith(".xlsx")) {
                if (!PrintedWorkbook.copy(file, source)) {
                    return Optional.empty();
                }
            } else {
                OwnFiles.copy(file, source);
            }
            run(program, work, source);
            Path converted = work.resolve("summary" + SUFFIX);
            if (!Files.isRegularFile(converted)) {
                throw new IOException("LibreOffice left no PDF");
            }
            AtomicFiles folder = AtomicFiles.open(
                    java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
            String name = name(file.getFileName().toString());
            folder.write(
                    name, draft -> Files.copy(converted, draft, java.nio.file.StandardCopyOption.REPLACE_EXISTING));
            return Optional.of(folder.deliver(name));
        } finally {
            remove(work);
        }
    }

    /** With a profile of its own: a LibreOffice that somebody has open would take the work and not do it. */
    private void run(Path program, Path work, Path source) throws IOException {
        List<String> command = List.of(
                program.toString(),
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                work.toString(),
                source.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said").toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("LibreOffice took longer than " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while LibreOffice worked");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("LibreOffice ended with " + process.exitValue());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A workbook without its sheets for programs, which would take a thousand pages: those that have a filter are hidden, and have nothing to print. */
    static final class PrintedWorkbook {
        private static final String SHEETS = "xl/workbook.xml";
        private static final Pattern FILTER =
                Pattern.compile("<definedName name=\"_xlnm\\._FilterDatabase\"[^>]{0,80}localSheetId=\"(\\d{1,5})\"");
        private static final Pattern PRINTED = Pattern.compile(
                "<definedName name=\"_xlnm\\.Print_[^>]{0,80}localSheetId=\"(\\d{1,5})\"[^>]{0,80}>[^<]{0,200}</definedName>");
        private static final Pattern SHEET = Pattern.compile("<sheet ");
        private static final Pattern VISIBLE = Pattern.compile("<sheet (?!state=\"hidden\")");

        private PrintedWorkbook() {}

        /** @return whether there is a sheet for people */
        static boolean copy(Path from, Path to) throws IOException {
            boolean visible = false;
            try (ZipFile parts = new ZipFile(from.toFile());
                    ZipOutputStream copy = new ZipOutputStream(OwnFiles.write(to))) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    copy.putNextEntry(new ZipEntry(part.getName()));
                    try (InputStream content = parts.getInputStream(part)) {
                        if (part.getName().equals(SHEETS)) {
                            String sheets = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                            String kept = withoutData(sheets);
                            visible = VISIBLE.matcher(kept).find();
                            copy.write(kept.getBytes(StandardCharsets.UTF_8));
                        } else {
                            content.transferTo(copy);
                        }
                    }
                    copy.closeEntry();
                }
            }
            return visible;
        }

        /** @param workbook as we have written it */
        static String withoutData(String workbook) {
            Set<Integer> data = new HashSet<>();
            FILTER.matcher(workbook).results().forEach(found -> data.add(Integer.parseInt(found.group(1))));
            AtomicInteger index = new AtomicInteger();
            String withoutAreas = PRINTED.matcher(workbook)
                    .replaceAll(found -> data.contains(Integer.parseInt(found.group(1)))
                            ? ""
                            : Matcher.quoteReplacement(found.group()));
            return SHEET.matcher(withoutAreas)
                    .replaceAll(found ->
                            data.contains(index.getAndIncrement()) ? "<sheet state=\"hidden\" " : found.group());
        }
    }

    /**
     * What came of it.
     *
     * @param files that were made
     * @param failed why others were not; the file itself is untouched
     */
    public record PdfOutcome(List<Path> files, List<Text> failed) {

        public PdfOutcome {
            files = List.copyOf(files);
            failed = List.copyOf(failed);
        }
    }
}
