package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.testkit.FencedBlock;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide "Your own return" is followed to its end: every command, edit and quotation is as it says. */
class YourOwnReturnIT {

    private final Path root;

    YourOwnReturnIT(@TempDir Path root) {
        this.root = root;
    }

    @ParameterizedTest
    @CsvSource({
        "your-own-return.md, 32, Quarterly return on open days Q3 2026.xlsx, For leadership, Birchcombe Council",
        "your-own-return.zh-CN.md, 35, 政府开放日活动情况季报表 2026年第三季度.xlsx, 领导页, 揽月镇"
    })
    void leadsToTheLeadersPage(String guide, int quoted, String summary, String leaders, String wrong)
            throws IOException {
        List<FencedBlock> blocks = FencedBlock.of(Guides.text(guide));
        int last = blocks.size() - 1;
        while (!blocks.get(last).language().equals("sh")) {
            last--;
        }
        GuideWalk walk = new GuideWalk(root);
        Path out = root.resolve("out/open-days/2026Q3");
        walk.follow(blocks.subList(0, last));
        assertEquals(List.of(wrong), slips(out));
        walk.follow(blocks.subList(last, blocks.size()));
        assertEquals(List.of(), slips(out));
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

    /** The units that have a slip. */
    private static List<String> slips(Path out) throws IOException {
        Path folder = out.resolve("return-slips");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> slips = Files.list(folder)) {
            return slips.map(slip -> slip.getFileName().toString().split("_")[0])
                    .toList();
        }
    }
}
