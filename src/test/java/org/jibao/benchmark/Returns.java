package org.jibao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.sample.TypicalReturn;

/**
 * Writes N returns of one quarter from N units: {@code inbox/}, with {@code received.csv}, and the roster {@code
 * units.csv}. Arguments: N and the folder. The first returns are the same whatever N is. With {@code NxQ} in place of N, each unit
 * sends returns of Q quarters. With {@code revise}, the first unit sends its last return once more, an hour later and with other
 * figures.
 */
public final class Returns {

    /** Names must be free of digits: a file's name is the unit's name and the quarter. */
    private static final String SYLLABLES = "云石竹松梅兰桂柳枫荷泉溪河湖江山岭峰谷川";

    private static final int LEAST_SYLLABLES = 3;

    private Returns() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        if (arguments[0].equals("revise")) {
            revise(folder, inbox);
            return;
        }
        String[] asked = arguments[0].split("x");
        int number = Integer.parseInt(asked[0]);
        int quarters = asked.length == 1 ? 1 : Integer.parseInt(asked[1]);
        StringBuilder units = new StringBuilder("code,name,kind,parent,aliases,active_from,active_to\n");
        units.append("BM0000,千乡县,county,,,,\n");
        StringBuilder received = new StringBuilder("file,received_at\n");
        for (int i = 0; i < number; i++) {
            String code = code(i);
            String name = name(i);
            units.append("%s,%s,township,BM0000,,,\n".formatted(code, name));
            for (Map.Entry<Period, byte[]> sent :
                    TypicalReturn.history(code, name, quarters).entrySet()) {
                String file = TypicalReturn.fileName(name, sent.getKey());
                Files.write(inbox.resolve(file), sent.getValue());
                received.append("%s,%s\n".formatted(file, TypicalReturn.receivedAt(sent.getKey())));
            }
        }
        Files.writeString(folder.resolve("units.csv"), units);
        Files.writeString(folder.resolve("received.csv"), received);
    }

    private static void revise(Path folder, Path inbox) throws IOException {
        String file = TypicalReturn.revisedName(name(0));
        Files.write(inbox.resolve(file), TypicalReturn.revised(code(0), name(0)));
        Files.writeString(
                folder.resolve("received.csv"),
                "%s,%s\n".formatted(file, TypicalReturn.revisedAt()),
                StandardOpenOption.APPEND);
    }

    private static String code(int index) {
        return "BM%04d".formatted(index + 1);
    }

    /** A number in syllables, at least three of them: the first 8000 names have so many, 200,000 have up to five. */
    static String name(int index) {
        StringBuilder syllables = new StringBuilder();
        for (int rest = index; rest > 0 || syllables.length() < LEAST_SYLLABLES; rest /= SYLLABLES.length()) {
            syllables.insert(0, SYLLABLES.charAt(rest % SYLLABLES.length()));
        }
        return "千乡县" + syllables + "乡";
    }
}
