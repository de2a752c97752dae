package org.jibao.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.workbook.Picture;
import org.jibao.workbook.Typefaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChartPainterTest {
    private final ChartPainter painter =
            new ChartPainter(Typefaces.load().typeface().orElseThrow());

    @ParameterizedTest
    @EnumSource
    void paintsAtTwiceTheSizeAndAlwaysTheSame(ChartType type) throws IOException {
        ChartPlan plan = plan(type, BigDecimal.valueOf(3), BigDecimal.valueOf(1), null);
        Picture first = painter.paint(plan, 580, 240);
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(first.png())));
        assertEquals(List.of(1160, 480), List.of(image.getWidth(), image.getHeight()));
        assertEquals(List.of(580, 240), List.of(first.width(), first.height()));
        assertArrayEquals(first.png(), painter.paint(plan, 580, 240).png());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsNothingToDraw(ChartType type) {
        Picture picture = painter.paint(plan(type, null, null, null), 580, 240);
        assertEquals("标题。副题。本期无数据", picture.alternative());
    }

    @ParameterizedTest
    @EnumSource
    void drawsZerosAndASingleValue(ChartType type) {
        assertEquals(
                240,
                painter.paint(plan(type, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), 580, 240)
                        .height());
        assertEquals(
                240,
                painter.paint(plan(type, null, BigDecimal.ONE, null), 580, 240).height());
    }

    private static ChartPlan plan(ChartType type, @Nullable BigDecimal... values) {
        List<@Nullable BigDecimal> list = new ArrayList<>();
        Collections.addAll(list, values);
        return new ChartPlan(
                "id",
                type,
                "标题",
                "副题",
                Format.COUNT,
                List.of("甲", "乙", "丙"),
                List.of(new ChartPlan.Series("数", list, true)),
                0,
                Language.ZH,
                null);
    }
}
