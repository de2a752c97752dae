package org.jibao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jibao.plausibility.DeclaredCell;
import org.jibao.plausibility.PlausibilityInput;
import org.jibao.plausibility.UnitFigures;

/**
 * Counts by unit, period and cell from a CSV file with the columns unit, kind, period, cell and value. A period is a
 * year and a number, such as
 * {@code 2026-3}. A cell is form, row and column, with slashes; {@code /amount} or {@code /to_date} may follow. No
 * value holds a comma.
 */
public final class CountSeries {

    /** The judged period and eight before it. */
    static final int AGES = 9;

    private final List<DeclaredCell> cells = new ArrayList<>();
    private final Map<String, Integer> cellIndex = new LinkedHashMap<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final TreeMap<Integer, Map<String, double[]>> values = new TreeMap<>();
    private int periodsInYear;

    public static CountSeries read(Path file) throws IOException {
        CountSeries series = new CountSeries();
        List<String> lines = Files.readAllLines(file);
        lines.subList(1, lines.size()).forEach(line -> series.declare(line.split(",", -1)));
        lines.subList(1, lines.size()).forEach(line -> series.put(line.split(",", -1)));
        return series;
    }

    private void declare(String[] line) {
        periodsInYear = Math.max(periodsInYear, Integer.parseInt(line[2].split("-", -1)[1]));
        kinds.put(line[0], line[1]);
        cellIndex.computeIfAbsent(line[3], name -> {
            String[] parts = name.split("/", -1);
            String flag = parts.length > 3 ? parts[3] : "";
            cells.add(new DeclaredCell(parts[0], parts[1], parts[2], flag.equals("amount"), flag.equals("to_date")));
            return cells.size() - 1;
        });
    }

    private void put(String[] line) {
        String[] period = line[2].split("-", -1);
        int number = Integer.parseInt(period[0]) * periodsInYear + Integer.parseInt(period[1]) - 1;
        double[] figures = values.computeIfAbsent(number, any -> new LinkedHashMap<>())
                .computeIfAbsent(line[0], any -> {
                    double[] empty = new double[cells.size()];
                    Arrays.fill(empty, Double.NaN);
                    return empty;
                });
        figures[Objects.requireNonNull(cellIndex.get(line[3]))] = Double.parseDouble(line[4]);
    }

    List<DeclaredCell> cells() {
        return cells;
    }

    public int periods() {
        return values.lastKey() - values.firstKey() + 1;
    }

    /** As of a period, counted from the first one. */
    public PlausibilityInput asOf(int period) {
        int judged = values.firstKey() + period;
        List<UnitFigures> units = new ArrayList<>();
        kinds.forEach((unit, kind) -> {
            List<double[]> figures = new ArrayList<>();
            for (int age = 0; age < Math.min(AGES, period + 1); age++) {
                double[] found = values.getOrDefault(judged - age, Map.of()).get(unit);
                figures.add(found == null ? new double[0] : found);
            }
            units.add(new UnitFigures(unit, kind, figures));
        });
        return new PlausibilityInput(cells, units, periodsInYear, Math.floorMod(judged, periodsInYear) + 1);
    }
}
