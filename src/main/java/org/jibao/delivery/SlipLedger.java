package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code return-slips.json}: which return slips of a period there are, and what each was made from. By it a later run knows
 * which still say what is to be said, and which files in their folder are ours to remove. Stands beside that folder, in which
 * there is nothing but slips.
 */
public record SlipLedger(List<Line> lines) {

    public static final String NAME = "return-slips.json";

    public SlipLedger {
        lines = List.copyOf(lines);
    }

    /**
     * One slip.
     *
     * @param name of the slip
     * @param sha256 of the slip's bytes; empty while it is being made
     * @param digest over everything that decides what it says; empty likewise
     * @param file the received file that it answers
     * @param fileSha256 of that file
     */
    public record Line(String name, String sha256, String digest, String file, String fileSha256) {

        /** A slip that may stand half made: whatever bears the name is ours. */
        public static Line begun(String name) {
            return new Line(name, "", "", "", "");
        }

        /** Whether the slip stands in the folder as it was made. */
        public boolean untouched(Path folder) throws IOException {
            Path slip = folder.resolve(name);
            return !sha256.isEmpty()
                    && Files.isRegularFile(slip)
                    && Sha256.of(slip).equals(sha256);
        }

        private Map<String, String> members() {
            Map<String, String> members = new java.util.LinkedHashMap<>();
            members.put("name", name);
            members.put("sha256", sha256);
            members.put("digest", digest);
            members.put("file", file);
            members.put("fileSha256", fileSha256);
            return members;
        }
    }

    /** The ledger in a folder; empty where there is none, or none that this program has written. */
    public static Optional<SlipLedger> in(Path folder) {
        try {
            List<Line> lines = new ArrayList<>();
            for (Map<String, String> slip : JsonList.read(folder.resolve(NAME), "slips")) {
                lines.add(new Line(
                        slip.getOrDefault("name", ""),
                        slip.getOrDefault("sha256", ""),
                        slip.getOrDefault("digest", ""),
                        slip.getOrDefault("file", ""),
                        slip.getOrDefault("fileSha256", "")));
            }
            return Optional.of(new SlipLedger(lines));
        } catch (IOException noneOrBroken) {
            return Optional.empty();
        }
    }

    public void deliver(Outbox outbox) throws IOException {
        String text = JsonList.of("slips", lines.stream().map(Line::members).toList());
        outbox.write(NAME, draft -> Files.writeString(draft, text));
        outbox.deliver(NAME);
    }
}
