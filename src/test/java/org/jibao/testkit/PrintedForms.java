package org.jibao.testkit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.jibao.sample.Labels;
import org.jibao.sample.Named;

/** The figures on the printed forms of one workbook. */
final class PrintedForms {

    /** Where a figure belongs. */
    record Place(String form, String row, String column) {}

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})年第([一二三四])季度");
    private static final List<Named> DOCUMENT_COLUMN = List.of(new Named("documents", "公文件数"));

    private final Words words;
    private final Map<Place, BigDecimal> figures = new LinkedHashMap<>();

    PrintedForms(Workbook workbook) {
        this.words = new Words(workbook);
    }

    String period() {
        Matcher matcher = QUARTER.matcher(words.text(words.first("报告期").right(1)));
        if (!matcher.matches()) {
            throw new IllegalStateException("no quarter on the cover");
        }
        return matcher.group(1) + "Q" + ("一二三四".indexOf(matcher.group(2)) + 1);
    }

    Map<Place, BigDecimal> figures() {
        block("proactive", "类别", Labels.CATEGORIES, Labels.CATEGORY_COLUMNS);
        block("channels", "渠道", Labels.CHANNELS, Labels.CHANNEL_COLUMNS);
        block("documents", "公文", Labels.DOCUMENTS, DOCUMENT_COLUMN);
        block("responses", "类型", Labels.RESPONSES, Labels.RESPONSE_COLUMNS);
        requests();
        disputes();
        register();
        return figures;
    }

    /** A table under its corner word: columns in the corner's line, rows in its column. */
    private void block(String form, String corner, List<Named> rows, List<Named> columns) {
        Spot top = words.cornerOf(corner, columns.get(0).zh());
        for (Named row : rows) {
            Spot left = words.below(top, row.zh());
            for (Named column : columns) {
                add(form, row.id(), column.id(), words.inLine(top, column.zh()).atRow(left.row()));
            }
        }
    }

    /** The national table: seven columns from 自然人 on; every row's label is unlike any other. */
    private void requests() {
        Spot natural = words.first("自然人");
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("received", "一、本季新收政府信息公开申请数量");
        rows.put("carried_in", "二、上季结转政府信息公开申请数量");
        Labels.OUTCOMES.forEach(outcome -> rows.put(outcome.id(), outcome.zh()));
        rows.put("total", "（七）总计");
        rows.put("carried_out", "四、结转下季度继续办理");
        rows.forEach((id, label) -> {
            int row = words.on(natural.sheet(), label).row();
            for (int c = 0; c < Labels.APPLICANTS.size(); c++) {
                Spot spot = natural.right(c).atRow(row);
                add("requests", id, Labels.APPLICANTS.get(c).id(), spot);
            }
        });
    }

    /** Fifteen columns right of 本季度. */
    private void disputes() {
        Spot label = words.first("本季度");
        int column = 1;
        for (Named group : Labels.DISPUTE_GROUPS) {
            for (Named result : Labels.DISPUTE_RESULTS) {
                add("disputes", "cases", group.id() + "_" + result.id(), label.right(column++));
            }
        }
    }

    private void register() {
        Spot header = words.cornerOf("类别", "标题");
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (Named category : Labels.CATEGORIES) {
            entries.put(category.id(), words.countBelow(header, category.zh()));
        }
        entries.remove("total");
        entries.forEach((category, number) ->
                figures.put(new Place("register", category, "entries"), BigDecimal.valueOf(number)));
    }

    private void add(String form, String row, String column, Spot spot) {
        words.number(spot).ifPresent(value -> figures.put(new Place(form, row, column), value));
    }
}
