package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.testkit.FencedBlock;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide "Your own return" is followed to its end: every command, edit and quotation is as it says. */
class YourOwnReturnTest {

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\((images/[^)]+)\\)");
    private static final int SMALL = 80 * 1024;

    private final Path root;

    YourOwnReturnTest(@TempDir Path root) {
        this.root = root;
    }

    @ParameterizedTest
    @CsvSource({
        "your-own-return.md, 32, Quarterly return on open days Q3 2026.xlsx, For leadership, Birchcombe Council_Q3 2026.xlsx",
        "your-own-return.zh-CN.md, 35, 政府开放日活动情况季报表 2026年第三季度.xlsx, 领导页, 揽月镇_2026年第三季度.xlsx"
    })
    void leadsToTheLeadersPage(String guide, int quoted, String summary, String leaders, String slip) throws IOException {
        List<FencedBlock> blocks = FencedBlock.of(Guides.text(guide));
        int last = blocks.size() - 1;
        while (!blocks.get(last).language().equals("sh")) {
            last--;
        }
        GuideWalk walk = new GuideWalk(root);
        Path out = root.resolve("out/open-days/2026Q3");
        walk.follow(blocks.subList(0, last));
        assertTrue(Files.exists(out.resolve("return-slips").resolve(slip)), "the wrong return has a slip");
        walk.follow(blocks.subList(last, blocks.size()));
        assertTrue(Files.notExists(out.resolve("return-slips").resolve(slip)), "the corrected one has none");
        assertEquals(6, walk.commands());
        assertEquals(quoted, walk.quoted());
        try (InputStream stream = Files.newInputStream(out.resolve(summary));
                Workbook workbook = WorkbookFactory.create(stream)) {
            Sheet page = workbook.getSheet(leaders);
            StringBuilder words = new StringBuilder();
            page.forEach(row -> row.forEach(cell -> words.append(cell).append('\n')));
            assertTrue(words.toString().contains("93.13%"), words::toString);
            assertEquals(4, page.getDrawingPatriarch().spliterator().getExactSizeIfKnown());
        }
    }

    @Test
    void bothLanguagesTakeTheSameSteps() {
        assertEquals(steps("your-own-return.md"), steps("your-own-return.zh-CN.md"));
    }

    @ParameterizedTest
    @CsvSource({"your-own-return.md", "your-own-return.zh-CN.md"})
    void picturesAreSmall(String guide) throws IOException {
        Matcher picture = PICTURE.matcher(Guides.text(guide));
        int pictures = 0;
        while (picture.find()) {
            pictures++;
            assertTrue(Files.size(Path.of("src/docs").resolve(picture.group(1))) < SMALL, picture.group(1));
        }
        assertEquals(3, pictures);
    }

    /** The commands without the folder of the language, and the kinds of the other blocks. */
    private static List<String> steps(String guide) {
        return FencedBlock.of(Guides.text(guide)).stream()
                .map(block -> block.language().equals("sh")
                        ? String.join("\n", block.lines())
                                .replace("own-return/zh/", "own-return/")
                                .replace("own-return/en/", "own-return/")
                                .replace(" --lang en", "")
                        : block.language())
                .toList();
    }
}
