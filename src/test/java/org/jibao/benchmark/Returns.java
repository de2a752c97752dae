package org.jibao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jibao.sample.TypicalReturn;

/**
 * Writes N returns of one quarter from N units: {@code inbox/}, with {@code received.csv}, and the roster {@code
 * units.csv}. Arguments: N and the folder. The first returns are the same whatever N is.
 */
public final class Returns {

    /** Names must be free of digits: a file's name is the unit's name and the quarter. */
    private static final String SYLLABLES = "云石竹松梅兰桂柳枫荷泉溪河湖江山岭峰谷川";

    private static final int LEAST_SYLLABLES = 3;

    private Returns() {}

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        StringBuilder units = new StringBuilder("code,name,kind,parent,aliases,active_from,active_to\n");
        units.append("BM0000,千乡县,county,,,,\n");
        StringBuilder received = new StringBuilder("file,received_at\n");
        for (int i = 0; i < number; i++) {
            String code = "BM%04d".formatted(i + 1);
            String name = name(i);
            String file = TypicalReturn.fileName(name);
            Files.write(inbox.resolve(file), TypicalReturn.xlsx(code, name));
            units.append("%s,%s,township,BM0000,,,\n".formatted(code, name));
            received.append("%s,%s\n".formatted(file, TypicalReturn.receivedAt()));
        }
        Files.writeString(folder.resolve("units.csv"), units);
        Files.writeString(folder.resolve("received.csv"), received);
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
