package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.support.Json;
import org.jibao.support.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * {@code return-slips.json}: which return slips of a period there are, and what each was made from. By it a later run knows
 * which still say what is to be said, and which files in their folder are ours to remove. Stands beside that folder, in which
 * there is nothing but slips.
 *
 * @param state over everything that decides which slips there are; empty while they are being made, or no more than
 *     its beginning
 */
public record SlipLedger(String state, List<Line> lines) {

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
            Map<String, @Nullable Object> ledger = Json.object(Files.readString(folder.resolve(NAME)));
            List<Line> lines = new ArrayList<>();
            if (ledger.get("slips") instanceof List<?> slips) {
                for (Object slip : slips) {
                    lines.add(line(slip));
                }
            }
            return Optional.of(new SlipLedger(text(ledger, "state"), lines));
        } catch (IOException noneOrBroken) {
            return Optional.empty();
        }
    }

    private static Line line(@Nullable Object slip) throws IOException {
        Map<?, ?> members = slip instanceof Map<?, ?> map ? map : Map.of();
        return new Line(
                nameInFolder(text(members, "name")),
                text(members, "sha256"),
                text(members, "digest"),
                text(members, "file"),
                text(members, "fileSha256"));
    }

    /** By these names files are removed: one that leads out of the folder was not written by us. */
    private static String nameInFolder(String name) throws IOException {
        boolean leadsOut = name.isEmpty() || name.equals(".") || name.equals("..");
        if (leadsOut || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw new IOException("no name of a slip: " + name);
        }
        return name;
    }

    private static String text(Map<?, ?> members, String name) throws IOException {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("no text under " + name);
    }

    /** Whether all slips stand in their folder as they were made, for this state. */
    public boolean says(String wanted, Path folder) throws IOException {
        if (!state.equals(wanted)) {
            return false;
        }
        for (Line line : lines) {
            if (!line.untouched(folder)) {
                return false;
            }
        }
        return true;
    }

    public void deliver(AtomicFiles outbox) throws IOException {
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put("state", state);
        ledger.put("slips", lines.stream().map(Line::members).toList());
        String text = Json.of(ledger) + "\n";
        outbox.write(NAME, draft -> Files.writeString(draft, text));
        outbox.deliver(NAME);
    }
}
