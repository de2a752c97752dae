package org.jibao.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code sample-data/} anew. Arguments: the roster's {@code units.csv}, the folder to write to. */
public final class SampleData {

    private SampleData() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Map<String, byte[]> files = files(Path.of(arguments[0]));
        clear(folder.resolve(County.FOLDER));
        clear(folder.resolve(AnnualCounty.FOLDER));
        clear(folder.resolve(AssessmentCounty.FOLDER));
        clear(folder.resolve("authorities"));
        clear(folder.resolve(FieldReturns.FOLDER));
        clear(folder.resolve(OwnReturn.FOLDER));
        clear(folder.resolve("published"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        System.out.println(files.size() + " files in " + folder);
    }

    /** Every file of {@code sample-data/} that is generated, by its path inside it. */
    public static Map<String, byte[]> files(Path unitsCsv) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        County county = new County(unitsCsv);
        List<Sent> sent = county.files();
        put(files, County.FOLDER, sent, Listings.missing(county.units(), County.PERIODS, sent));
        List<Sent> annual = new AnnualCounty(county.stories()).files();
        put(files, AnnualCounty.FOLDER, annual, Listings.missing(county.units(), List.of(AnnualCounty.YEAR), annual));
        AssessmentCounty assessment = new AssessmentCounty(county.units());
        List<Sent> assessed = assessment.files();
        put(
                files,
                AssessmentCounty.FOLDER,
                assessed,
                Listings.missing(assessment.units(), AssessmentCounty.PERIODS, assessed));
        List<Sent> authorities = Authorities.files();
        put(
                files,
                Authorities.FOLDER,
                authorities,
                Listings.missing(Authorities.UNITS, Authorities.PERIODS, authorities));
        files.put("authorities/received.csv", bytes(Listings.received(Map.of("foi-requests/", authorities))));
        Map<String, List<Sent>> inboxes = new TreeMap<>();
        inboxes.put("quarterly-disclosure/", sent);
        inboxes.put("annual-disclosure/", annual);
        inboxes.put("assessment/", assessed);
        files.put("county/received.csv", bytes(Listings.received(inboxes)));
        new FieldReturns(unitsCsv.resolveSibling("..").normalize()).addTo(files);
        OwnReturn.addTo(files);
        PublishedReturns published = new PublishedReturns();
        published.files().forEach(one -> files.put("published/inbox/" + one.path(), one.bytes()));
        published.lists().forEach((name, text) -> files.put("published/" + name, bytes(text)));
        return files;
    }

    /** What one job received, and what must come of it. */
    static void put(Map<String, byte[]> files, String folder, List<Sent> sent, String missing) {
        String expected = folder.replaceFirst("^[a-z]+/", "expected/");
        sent.forEach(one -> files.put(folder + "/" + one.path(), one.bytes()));
        files.put(expected + "/expectations.csv", bytes(Listings.expectations(sent)));
        files.put(expected + "/missing.csv", bytes(missing));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(SampleData::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
