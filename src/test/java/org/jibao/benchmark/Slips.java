package org.jibao.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jibao.plausibility.Plausibility;
import org.jibao.plausibility.PlausibilityInput;
import org.jibao.plausibility.Suspicion;
import org.jibao.plausibility.UnitFigures;

/**
 * Injects slips of the pen into series of counts and measures how many the engine finds, beside z and modified z at
 * the same number of false alarms a
 * return. Arguments: first seed, last seed, files as {@link CountSeries} reads them. The same seeds give the same
 * table.
 */
public final class Slips {

    private static final String[] METHODS = {"engine", "z", "modified z"};

    /** Learning the limits takes most of the time: every eighth run does. */
    private static final int CALIBRATED = 8;

    /** A slip, what each method says of it, and what the engine says at its own two limits. */
    private record Injected(String kind, double[] scores, boolean[] told, boolean named) {}

    private final CountSeries series;
    private final List<Injected> injected = new ArrayList<>();
    private final List<List<Double>> falseScores = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final int[] falseAlarms = new int[2];
    private int runs;
    private int cleanReturns;
    private int cleanCalibrated;

    private Slips(CountSeries series) {
        this.series = series;
    }

    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            Slips slips = new Slips(CountSeries.read(Path.of(file)));
            slips.run(first, last);
            slips.report(Path.of(file).getFileName().toString());
        }
    }

    private void run(int first, int last) {
        int seed = first;
        while (seed <= last) {
            Random random = new Random(seed * 7919L);
            int earliest = Math.min(6, series.periods() - 1);
            int period = earliest + random.nextInt(series.periods() - earliest);
            PlausibilityInput right = series.asOf(period);
            int number = Math.min(Math.max(1, right.units().size() / 10), last - seed + 1);
            judge(right, spoil(right, seed, number, random));
            seed += number;
        }
    }

    /** Spoiled returns by unit, with the kind of the slip. */
    private record Spoiled(Map<Integer, double[]> wrong, Map<Integer, String> kinds) {}

    private static Spoiled spoil(PlausibilityInput right, int seed, int number, Random random) {
        Spoiled spoiled = new Spoiled(new HashMap<>(), new HashMap<>());
        for (int i = 0; i < number; i++) {
            String kind = SlipInjection.KINDS.get((seed + i) % SlipInjection.KINDS.size());
            for (int attempt = 0; attempt < 60; attempt++) {
                int unit = random.nextInt(right.units().size());
                UnitFigures figures = right.units().get(unit);
                if (figures.values().get(0).length > 0 && !spoiled.wrong().containsKey(unit)) {
                    double[] wrong = new SlipInjection(right, figures, random).make(kind);
                    if (wrong != null) {
                        spoiled.wrong().put(unit, wrong);
                        spoiled.kinds().put(unit, kind);
                        break;
                    }
                }
            }
        }
        return spoiled;
    }

    private void judge(PlausibilityInput right, Spoiled spoiled) {
        List<UnitFigures> units = new ArrayList<>(right.units());
        spoiled.wrong().forEach((index, wrong) -> {
            UnitFigures unit = units.get(index);
            List<double[]> values = new ArrayList<>(unit.values());
            values.set(0, wrong);
            units.set(index, new UnitFigures(unit.unit(), unit.kind(), values));
        });
        PlausibilityInput input =
                new PlausibilityInput(right.cells(), units, right.periodsInYear(), right.periodNumber());
        Map<String, List<Suspicion>> all = byUnit(Plausibility.judge(input, Double.POSITIVE_INFINITY));
        boolean calibrated = runs++ % CALIBRATED == 0;
        List<Map<String, List<Suspicion>>> told = calibrated
                ? List.of(byUnit(Plausibility.judge(input, 1)), byUnit(Plausibility.judge(input, 0.1)))
                : List.of();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).values().get(0).length > 0) {
                if (spoiled.wrong().containsKey(i)) {
                    String kind = Objects.requireNonNull(spoiled.kinds().get(i));
                    wrong(right.units().get(i), units.get(i), kind, all, told);
                } else {
                    clean(units.get(i), all, told);
                }
            }
        }
    }

    private static Map<String, List<Suspicion>> byUnit(List<Suspicion> suspicions) {
        Map<String, List<Suspicion>> byUnit = new HashMap<>();
        suspicions.forEach(suspicion -> byUnit.computeIfAbsent(suspicion.unit(), any -> new ArrayList<>())
                .add(suspicion));
        return byUnit;
    }

    private void clean(UnitFigures unit, Map<String, List<Suspicion>> all, List<Map<String, List<Suspicion>>> told) {
        cleanReturns++;
        Map<Integer, Double> causes = new HashMap<>();
        all.getOrDefault(unit.unit(), List.of()).forEach(one -> causes.put(one.cause(), one.surprise()));
        falseScores.get(0).addAll(causes.values());
        for (int cell = 0; cell < series.cells().size(); cell++) {
            falseScores.get(1).add(distance(unit, cell, false));
            falseScores.get(2).add(distance(unit, cell, true));
        }
        for (int limit = 0; limit < told.size(); limit++) {
            Set<Integer> alarms = new HashSet<>();
            told.get(limit).getOrDefault(unit.unit(), List.of()).forEach(one -> alarms.add(one.cause()));
            falseAlarms[limit] += alarms.size();
        }
        cleanCalibrated += told.isEmpty() ? 0 : 1;
    }

    private void wrong(
            UnitFigures right,
            UnitFigures wrong,
            String kind,
            Map<String, List<Suspicion>> all,
            List<Map<String, List<Suspicion>>> told) {
        double[] scores = {Double.NEGATIVE_INFINITY, 0, 0};
        boolean[] found = new boolean[told.size()];
        boolean named = false;
        for (Suspicion one : all.getOrDefault(wrong.unit(), List.of())) {
            if (spoiled(right, wrong, one.cell()) && one.surprise() > scores[0]) {
                scores[0] = one.surprise();
                named = one.slip() != null && kind.startsWith(one.slip().word());
            }
        }
        for (int limit = 0; limit < told.size(); limit++) {
            found[limit] = told.get(limit).getOrDefault(wrong.unit(), List.of()).stream()
                    .anyMatch(one -> spoiled(right, wrong, one.cell()));
        }
        for (int cell = 0; cell < series.cells().size(); cell++) {
            if (spoiled(right, wrong, cell)) {
                scores[1] = Math.max(scores[1], distance(wrong, cell, false));
                scores[2] = Math.max(scores[2], distance(wrong, cell, true));
            }
        }
        injected.add(new Injected(kind, scores, found, named));
    }

    private static boolean spoiled(UnitFigures right, UnitFigures wrong, int cell) {
        return !SlipInjection.same(right.values().get(0)[cell], wrong.values().get(0)[cell]);
    }

    /**
     * Distance from the unit's own mean in standard deviations, at least one count; or from its median in scaled
     * median deviations.
     */
    private double distance(UnitFigures unit, int cell, boolean robust) {
        double[] past = unit.values().stream()
                .skip(1)
                .filter(period -> period.length > cell)
                .mapToDouble(period -> period[cell])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double value = unit.values().get(0)[cell];
        if (past.length < 3 || Double.isNaN(value)) {
            return 0;
        }
        double middle = robust ? median(past) : Arrays.stream(past).average().orElse(0);
        double[] away =
                Arrays.stream(past).map(one -> Math.abs(one - middle)).sorted().toArray();
        double spread = robust
                ? 1.4826 * median(away)
                : Math.sqrt(Arrays.stream(away).map(one -> one * one).sum() / (away.length - 1));
        return Math.abs(value - middle) / Math.max(spread, 1);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private void report(String name) {
        double[][] limits = new double[2][METHODS.length];
        for (int method = 0; method < METHODS.length; method++) {
            double[] sorted = falseScores.get(method).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            limits[0][method] = sorted[Math.max(0, sorted.length - 1 - cleanReturns)];
            limits[1][method] = sorted[Math.max(0, sorted.length - 1 - cleanReturns / 10)];
        }
        System.out.printf(
                "%n## %s: %d slips, %d returns without one; limit of the engine %.2f, %.2f;"
                        + " at its own limits %.2f, %.3f false alarms a return%n",
                name,
                injected.size(),
                cleanReturns,
                limits[0][0],
                limits[1][0],
                (double) falseAlarms[0] / cleanCalibrated,
                (double) falseAlarms[1] / cleanCalibrated);
        System.out.println(
                "| slip | n | engine 1 | z 1 | mod. z 1 | engine 0.1 | z 0.1 | mod. z 0.1 | own limit 1 | 0.1 | named |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        Map<String, List<Injected>> kinds = new LinkedHashMap<>();
        SlipInjection.KINDS.forEach(kind -> kinds.put(kind, new ArrayList<>()));
        injected.forEach(one -> Objects.requireNonNull(kinds.get(one.kind())).add(one));
        kinds.forEach((kind, slips) -> line(kind, slips, limits));
        line("all", injected, limits);
    }

    private static void line(String kind, List<Injected> slips, double[][] limits) {
        if (slips.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder("| %s | %d |".formatted(kind, slips.size()));
        for (double[] limit : limits) {
            for (int method = 0; method < METHODS.length; method++) {
                int index = method;
                line.append(share(
                        slips.stream()
                                .filter(one -> one.scores()[index] > limit[index])
                                .count(),
                        slips));
            }
        }
        List<Injected> calibrated =
                slips.stream().filter(one -> one.told().length > 0).toList();
        line.append(share(calibrated.stream().filter(one -> one.told()[0]).count(), calibrated));
        line.append(share(calibrated.stream().filter(one -> one.told()[1]).count(), calibrated));
        line.append(share(slips.stream().filter(Injected::named).count(), slips));
        System.out.println(line);
    }

    private static String share(long number, List<Injected> slips) {
        return slips.isEmpty() ? " – |" : " %.1f |".formatted(100.0 * number / slips.size());
    }
}
