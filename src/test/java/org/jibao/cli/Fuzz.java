package org.jibao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.testkit.fuzz.Mutations;

/**
 * The long form: thousands of mutated returns, some hundred an inbox, each inbox with one good return. Arguments: the seed, and
 * how many files. Prints what is wrong with each inbox, keeps that inbox, and ends with 1 if there was any.
 */
final class Fuzz {

    private static final int FILES_AN_INBOX = 400;
    private static final int SHOWN = 20;

    private Fuzz() {}

    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[0]);
        int files = Integer.parseInt(arguments[1]);
        Path root = Files.createTempDirectory("jibao-fuzz-");
        Mutations mutations = new Mutations(HostileInbox.RETURNS, HostileInbox.GOOD_UNIT, seed);
        Map<String, Integer> counts = new TreeMap<>();
        long begun = System.nanoTime();
        for (int done = 0; done < files; done += FILES_AN_INBOX) {
            int some = Math.min(FILES_AN_INBOX, files - done);
            Path folder = Files.createDirectories(root.resolve(String.valueOf(done)));
            List<String> complaints = HostileInbox.complaints(folder, mutations, some);
            for (String complaint : complaints.subList(0, Math.min(SHOWN, complaints.size()))) {
                System.out.println("  inbox " + done + ": " + complaint);
            }
            complaints.forEach(complaint -> counts.merge(complaint.split(":", 2)[0], 1, Integer::sum));
            if (complaints.isEmpty()) {
                delete(folder);
            }
            System.out.printf(
                    "%d of %d files, %d s%n", done + some, files, (System.nanoTime() - begun) / 1_000_000_000L);
        }
        System.out.println(counts.isEmpty() ? "Nothing is wrong." : counts + " in " + root);
        System.exit(counts.isEmpty() ? 0 : 1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
