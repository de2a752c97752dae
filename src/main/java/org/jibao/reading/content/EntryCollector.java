package org.jibao.reading.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.RegisterForm;
import org.jibao.guard.OwnFiles;

/** Holds the first entries of each register of one file and writes the others away. */
final class EntryCollector {

    private final Path folder;
    private final Map<String, List<Entry>> held = new LinkedHashMap<>();
    private final Map<String, EntryFile> files = new LinkedHashMap<>();

    /**
     * @param folder for what is written away; made when it is needed
     */
    EntryCollector(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException where the folder cannot be written: a fault of the machine */
    void add(RegisterForm register, Entry entry) {
        List<Entry> some = held.computeIfAbsent(register.id(), any -> new ArrayList<>());
        if (some.size() < Entries.HELD) {
            some.add(entry);
        } else {
            file(register, entry).add(entry);
        }
    }

    private EntryFile file(RegisterForm register, Entry first) {
        return files.computeIfAbsent(register.id(), any -> {
            try {
                OwnFiles.folders(folder);
                return EntryFile.create(Files.createTempFile(folder, "entries-", ".tmp"), register, first.sheet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Entries finished() {
        files.values().forEach(EntryFile::finish);
        return Entries.of(held, files);
    }

    /** What was read is of no use. */
    void discard() {
        files.values().forEach(EntryFile::remove);
    }
}
