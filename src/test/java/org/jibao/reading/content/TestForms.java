package org.jibao.reading.content;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Text;
import org.jibao.reading.Returns;
import org.jspecify.annotations.Nullable;

/** Small forms for one behaviour at a time. */
public final class TestForms {

    public static final CellType COUNT = new CellType(Kind.COUNT, "件", false);
    public static final CellType MONEY = new CellType(Kind.AMOUNT, "万元", false);
    public static final CellType TEXT = new CellType(Kind.TEXT, null, false);
    public static final CellType CONVERTED =
            new CellType(Kind.AMOUNT, "万元", false, Map.of("元", new BigDecimal("0.0001")));

    private TestForms() {}

    public static Label label(String zh, @Nullable CellType type, String... aliases) {
        return new Label(zh, Text.same(zh), List.of(aliases), null, type, false);
    }

    /** One row 收费 under the given columns, on the sheet 表. */
    public static GridForm grid(Label... columns) {
        return grid(List.of(label("收费", null)), columns);
    }

    public static GridForm grid(List<Label> rows, Label... columns) {
        CellType type = columns[0].type() == null ? COUNT : columns[0].type();
        return new GridForm("g", Text.same("收费表"), new SheetNames("表", List.of()), false, type, rows, List.of(columns));
    }

    public static Field field(String zh, CellType type, boolean required, boolean unique) {
        return new Field(label(zh, type), type, required, false, false, List.of(), false, false, unique);
    }

    public static RegisterForm register(Field... fields) {
        return new RegisterForm(
                "r",
                Text.same("台账"),
                new SheetNames("表", List.of()),
                false,
                RegisterForm.Purpose.ENTRIES,
                Arrays.asList(fields));
    }

    public static CoverForm cover() {
        return new CoverForm(
                "cover",
                Text.same("封面"),
                new SheetNames("封面", List.of()),
                false,
                List.of(label("填报单位", TEXT), label("报告期", TEXT)),
                "填报单位",
                null,
                "报告期");
    }

    public static List<String> lines(ReturnDocument document) {
        return document.findings().stream().map(Returns::line).toList();
    }
}
