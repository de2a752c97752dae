package org.jibao.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jibao.workbook.Palette;

/** In place of a chart without values: its title, and that there are none. */
final class EmptyPanel {
    private EmptyPanel() {}

    static JFreeChart chart(Frame frame) {
        CategoryPlot plot = new CategoryPlot();
        JFreeChart chart = frame.chart(plot, false);
        plot.setBackgroundPaint(Frame.colour(Palette.PANEL));
        plot.setNoDataMessage(frame.plan().word("本期无数据", "No data in this period"));
        plot.setNoDataMessageFont(frame.regular(14));
        plot.setNoDataMessagePaint(Frame.colour(Palette.QUIET));
        return chart;
    }
}
