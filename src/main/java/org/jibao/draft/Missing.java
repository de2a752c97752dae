package org.jibao.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jibao.finding.Wording;

/** What some of the files do not have: told once for each label, with the files. */
final class Missing {

    private static final Wording WORDS = Wording.of(Missing.class);
    private static final int NAMED = 3;

    private final Map<Label, TreeSet<String>> files = new LinkedHashMap<>();

    private record Label(String sheet, String words) {}

    void add(String file, String sheet, String words) {
        files.computeIfAbsent(new Label(sheet, words), unused -> new TreeSet<>())
                .add(file);
    }

    /** Whether so many files are without it that it is no mistake of one. */
    boolean usual(String sheet, String words, int members) {
        int without =
                files.getOrDefault(new Label(sheet, words), new TreeSet<>()).size();
        return without > 1 && without * 10 >= members;
    }

    /** @param members how many files there are */
    List<Remark> remarks(int members) {
        List<Remark> remarks = new ArrayList<>();
        files.forEach((label, names) -> {
            String some = String.join(", ", names.stream().limit(NAMED).toList()) + (names.size() > NAMED ? ", …" : "");
            Object shown = label.words().isEmpty() ? FormYaml.coverTitle() : label.words();
            remarks.add(
                    Remark.look(WORDS.text("alias.missing", shown, names.size(), members, some), label.sheet(), ""));
        });
        return remarks;
    }
}
