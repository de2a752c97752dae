package org.jibao.testkit.fuzz;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jibao.testkit.Zips;

/** Hostile files without end: the same ones from the same seed. */
public final class Mutations {

    private static final int LONGEST_NAME = 255;

    private final Originals originals;
    private final Random dice;
    private int made;

    /** @param except the beginning of the name of a return that is left alone */
    public Mutations(Path folder, String except, long seed) throws IOException {
        this.originals = Originals.in(folder, except);
        this.dice = new Random(seed);
    }

    public HostileFile next() {
        made++;
        HostileFile original =
                originals.files().get(dice.nextInt(originals.files().size()));
        String kind = original.made();
        byte[] bytes = original.bytes();
        String how = kind;
        for (int i = 1 + dice.nextInt(2); i > 0; i--) {
            int way = dice.nextInt(8);
            if (kind.equals("xlsx") && way < 5 && how.equals(kind)) {
                PackageMutation mutation = PackageMutation.values()[dice.nextInt(PackageMutation.values().length)];
                bytes = mutation.of(bytes, dice);
                how += " " + mutation;
            } else if (kind.equals("xlsx") && way == 5 && how.equals(kind)) {
                bytes = entries(bytes);
                how += " ENTRIES";
            } else if (kind.equals("csv") && way < 5) {
                bytes = text(bytes);
                how += " TEXT";
            } else {
                ByteMutation mutation = ByteMutation.values()[dice.nextInt(ByteMutation.values().length)];
                bytes = bytes.length == 0 ? bytes : mutation.of(bytes, dice);
                how += " " + mutation;
            }
        }
        return new HostileFile(name(original.name()), bytes, how);
    }

    /** ZIP entries that lead out of it, are missing, or are too many. */
    private byte[] entries(byte[] xlsx) {
        Zips zips = Zips.of(xlsx);
        List<String> names = List.copyOf(zips.names());
        String some = names.get(dice.nextInt(names.size()));
        switch (dice.nextInt(5)) {
            case 0 -> zips.without(some);
            case 1 -> zips.with("../../" + Hostile.name(dice) + ".xml", "<x/>");
            case 2 -> zips.with("/" + some, zips.text(some));
            case 3 -> zips.with(some, zips.text(names.get(dice.nextInt(names.size()))));
            default -> {
                for (int i = 0; i < 1500; i++) {
                    zips.with("xl/more/" + i + ".xml", "<x/>");
                }
            }
        }
        return zips.bytes();
    }

    private byte[] text(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8);
        List<String> pieces = List.of(
                "\"",
                "\0",
                ",,,,,,,,,,,,",
                "\r",
                "\n\n\n\n\n\n",
                ";",
                "\t",
                "\uFEFF",
                "\uD83D",
                Hostile.value(dice),
                ",".repeat(20_000));
        StringBuilder changed = new StringBuilder(text);
        for (int i = 1 + dice.nextInt(5); i > 0; i--) {
            changed.insert(dice.nextInt(changed.length() + 1), pieces.get(dice.nextInt(pieces.size())));
        }
        List<String> charsets = List.of("UTF-8", "UTF-8", "GB18030", "UTF-16LE", "ISO-8859-1");
        return changed.toString().getBytes(Charset.forName(charsets.get(dice.nextInt(charsets.size()))));
    }

    /** One in four has a strange name as well; each is the only one of its name. */
    private String name(String original) {
        int dot = original.lastIndexOf('.');
        String stem = original.substring(0, dot);
        String ending = original.substring(dot);
        if (dice.nextInt(4) == 0) {
            int at = dice.nextInt(stem.length() + 1);
            stem = dice.nextInt(3) == 0
                    ? Hostile.name(dice)
                    : stem.substring(0, at) + Hostile.name(dice) + stem.substring(at);
        }
        if (dice.nextInt(12) == 0) {
            ending = List.of(".xlsx", ".xls", ".csv", ".pdf", "", ".XLSX", ".xlsx.exe")
                    .get(dice.nextInt(7));
        }
        String name = made + " " + stem + ending;
        while (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
            name = made + " " + stem + ending;
        }
        return name.replace('/', '_').replace("\0", "");
    }
}
