package org.jibao.testkit.generated;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A workbook drawn from a seed; the same seed gives the same workbook.
 *
 * @param fileName with the ending that fits
 * @param writer what has written it
 * @param sheets what a reader must give
 * @param features what is odd about the file as a whole, by name
 */
public record GeneratedWorkbook(
        long seed, String fileName, String writer, byte[] bytes, List<ExpectedSheet> sheets, Set<String> features) {

    public static GeneratedWorkbook of(long seed) throws IOException {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 13);
        PlannedWorkbook plan = WorkbookPlanner.plan(random);
        List<ExpectedSheet> expected = ExpectedSheet.of(plan);
        String name = "generated-" + seed + (plan.writer().old() ? ".xls" : ".xlsx");
        XmlOptions options = XmlOptions.draw(random);
        Set<String> features = new TreeSet<>();
        if (plan.writer() == PlannedWorkbook.Writer.XML) {
            features.addAll(options.names());
        }
        if (plan.isoDates()) {
            features.add("ISO DATES");
        }
        byte[] bytes =
                switch (plan.writer()) {
                    case XML -> new XmlPackageWriter(plan, options, random).write();
                    case HSSF -> BiffStream.edit(PoiWriter.write(plan, random), plan, random, features);
                    case EASY_EXCEL, EASY_EXCEL_XLS -> EasyExcelWriter.write(plan);
                    default -> PoiWriter.write(plan, random);
                };
        return new GeneratedWorkbook(seed, name, plan.writer().name(), bytes, expected, features);
    }
}
