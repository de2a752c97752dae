package org.jibao.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of code in a document.
 *
 * @param language such as {@code sh}
 * @param lines without the fences, blank lines included
 */
public record FencedBlock(String language, List<String> lines) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");

    /** Those of a document, from top to bottom. */
    public static List<FencedBlock> of(String text) {
        List<FencedBlock> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new FencedBlock(block.group(1), block.group(2).lines().toList()));
        }
        return blocks;
    }

    /** Of a block whose first line is a comment, {@code # jobs/a/job.yaml}: the name of the file it is about. */
    public String file() {
        return lines.get(0).strip().replaceFirst("^# ", "");
    }

    /** The lines below the name of the file. */
    public List<String> body() {
        return lines.subList(1, lines.size());
    }
}
