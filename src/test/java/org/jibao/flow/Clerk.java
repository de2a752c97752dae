package org.jibao.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jibao.testkit.FilledTemplate;

/** Fills templates of the first quarter of 2026 with figures that satisfy every rule, and more items the later the unit. */
final class Clerk {

    private static final String DISCLOSED = "表一 主动公开";
    private static final String REQUESTS = "表二 依申请公开";
    private static final String MESSAGES = "表三 互动办件";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate ANSWERED = LocalDate.of(2026, 3, 4);

    private final Path inbox;

    Clerk(Path inbox) {
        this.inbox = inbox;
    }

    /** @param calculated whether the program that saves it computes formulas */
    Path fill(Path template, int items, boolean calculated) {
        try (FilledTemplate sheet = new FilledTemplate(template)) {
            fill(sheet, items);
            if (calculated) {
                sheet.calculate();
            }
            Path file = Files.createDirectories(inbox).resolve(template.getFileName());
            sheet.save(file);
            return received(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path received(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-04-03T01:00:00Z")));
    }

    private static void fill(FilledTemplate sheet, int items) {
        for (int i = 1; i <= items; i++) {
            sheet.entry("主动公开信息台账", "标题", "信息" + i, null, "政策文件", "政府网站、公开栏", FIRST, ANSWERED, null);
        }
        sheet.put(DISCLOSED, "政策文件", "本期新增", items);
        sheet.put(DISCLOSED, "政策文件", "其中20个工作日内公开", items);
        sheet.put(DISCLOSED, "政府网站", "本期发布条次", items);
        sheet.put(DISCLOSED, "公开栏", "本期发布条次", items);
        sheet.put(DISCLOSED, "本期制发公文", "公文件数", 3);
        sheet.put(DISCLOSED, "其中主动公开公文", "公文件数", 2);
        requests(sheet);
        messages(sheet);
        for (String grid : new String[] {DISCLOSED, REQUESTS, MESSAGES, "表四 复议诉讼"}) {
            sheet.fillEmpty(grid, 0);
        }
    }

    /** One answered, one pending at the end of the quarter. */
    private static void requests(FilledTemplate sheet) {
        String register = "依申请公开台账";
        sheet.entry(
                register, "编号", "A1", "某人", "自然人", FIRST, "网络", null, null, null, null, null, ANSWERED, "予以公开", "已答复");
        sheet.entry(register, "编号", "A2", "某人", "自然人", LocalDate.of(2026, 3, 25), "当面", null, null, null, null, null);
        sheet.put(register, "A2", "状态", "在办");
        sheet.put(REQUESTS, "一、本季新收政府信息公开申请数量", "自然人", 2);
        sheet.put(REQUESTS, "（一）予以公开", "自然人", 1);
        sheet.put(REQUESTS, "四、结转下季度继续办理", "自然人", 1);
    }

    /** One letter, answered and closed on the second working day, of five promised. */
    private static void messages(FilledTemplate sheet) {
        sheet.entry("互动办件台账", "编号", "B1", "留言", null, null, "事项", FIRST, "是", 5, 15, ANSWERED, ANSWERED, "满意");
        for (String counted : new String[] {"收到", "有效", "按时答复", "办结", "提前办结", "满意", "评价"}) {
            sheet.put(MESSAGES, "留言", counted, 1);
        }
        for (String row : new String[] {"留言", "合计"}) {
            sheet.put(MESSAGES, row, "平均办理工作日", 2);
            sheet.put(MESSAGES, row, "平均承诺工作日", 5);
            sheet.put(MESSAGES, row, "平均法定工作日", 15);
        }
        for (String row : new String[] {"咨询", "热线", "信访投诉"}) {
            for (String average : new String[] {"平均办理工作日", "平均承诺工作日", "平均法定工作日"}) {
                sheet.put(MESSAGES, row, average, "/");
            }
        }
    }
}
