package org.jibao.testkit.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes the records of one sheet of an {@code .xls}. */
final class BiffSheet {

    private static final long[] NO_NUMBERS = {
        0x7FF8000000000000L, 0xFFF8000000000000L, 0x7FF0000000000000L, 0xFFFFFFFFFFFFFFFFL, 0x7FF4000000000001L
    };
    private static final int LONGEST_LABEL = 200;

    private final PlannedSheet planned;
    private final Random random;
    private final Set<String> features;

    BiffSheet(PlannedSheet planned, Random random, Set<String> features) {
        this.planned = planned;
        this.random = random;
        this.features = features;
    }

    List<BiffRecord> edit(List<BiffRecord> before) {
        List<BiffRecord> after = new ArrayList<>(before);
        if (random.nextBoolean()) {
            after.removeIf(one -> BiffRecord.INDEXES.contains(one.sid()));
        }
        boolean pack = random.nextInt(3) == 0;
        boolean labels = random.nextInt(5) == 0;
        if (pack) {
            features.add("PACKED NUMBERS");
        }
        if (labels) {
            features.add("LABELS");
        }
        after.replaceAll(one -> changed(one, pack, labels));
        if (pack && random.nextBoolean()) {
            after = joined(after);
        }
        if (planned.macros) {
            byte[] begin = after.get(0).body().clone();
            begin[2] = 0x40;
            after.set(0, new BiffRecord(BiffRecord.BOF, begin));
        }
        if (random.nextInt(6) == 0) {
            after = shuffled(after);
            features.add("ROWS SHUFFLED");
        }
        if (random.nextInt(6) == 0) {
            int end = index(after, BiffRecord.WINDOW2);
            after.addAll(end, chart(false));
            after.add(end, BiffRecord.chartObject());
            features.add("CHART");
        }
        return after;
    }

    private BiffRecord changed(BiffRecord one, boolean pack, boolean labels) {
        if (one.sid() == BiffRecord.NUMBER) {
            if (one.read().getDouble(6) == BiffStream.TO_BE_NO_NUMBER) {
                long bits = NO_NUMBERS[random.nextInt(NO_NUMBERS.length)];
                return BiffRecord.number(one.row(), one.column(), one.style(), bits);
            }
            return pack ? one.packed() : one;
        }
        if (one.sid() == BiffRecord.LABEL_SST && labels) {
            PlannedCell cell = planned.at(one.row(), one.column());
            if (cell != null && !cell.setting().runs() && cell.written().length() < LONGEST_LABEL) {
                return BiffRecord.label(one.row(), one.column(), one.style(), cell.written());
            }
        }
        return one;
    }

    private static List<BiffRecord> joined(List<BiffRecord> before) {
        List<BiffRecord> after = new ArrayList<>();
        List<BiffRecord> run = new ArrayList<>();
        for (BiffRecord one : before) {
            BiffRecord last = run.isEmpty() ? null : run.get(run.size() - 1);
            if (last != null && !neighbours(last, one)) {
                after.add(run.size() == 1 ? last : BiffRecord.joined(run));
                run.clear();
            }
            if (one.sid() == BiffRecord.RK) {
                run.add(one);
            } else {
                after.add(one);
            }
        }
        return after;
    }

    private static boolean neighbours(BiffRecord left, BiffRecord right) {
        return right.sid() == BiffRecord.RK && left.row() == right.row() && left.column() + 1 == right.column();
    }

    /** The cells of each row together, the rows in any order. */
    private List<BiffRecord> shuffled(List<BiffRecord> before) {
        int first = -1;
        Map<Integer, List<BiffRecord>> rows = new TreeMap<>();
        List<BiffRecord> after = new ArrayList<>();
        @Nullable List<BiffRecord> open = null;
        for (BiffRecord one : before) {
            if (one.cell()) {
                first = first < 0 ? after.size() : first;
                open = rows.computeIfAbsent(one.row(), row -> new ArrayList<>());
                open.add(one);
            } else if (open != null && one.followsFormula()) {
                open.add(one);
            } else {
                open = null;
                after.add(one);
            }
        }
        List<List<BiffRecord>> order = new ArrayList<>(rows.values());
        Collections.shuffle(order, random);
        if (first >= 0) {
            after.addAll(first, order.stream().flatMap(List::stream).toList());
        }
        return after;
    }

    private static int index(List<BiffRecord> records, int sid) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).sid() == sid) {
                return i;
            }
        }
        throw new IllegalStateException("no record " + sid);
    }

    /** What a chart remembers of the cells it shows looks like cells. */
    static List<BiffRecord> chart(boolean ofItsOwn) {
        List<BiffRecord> chart = new ArrayList<>();
        chart.add(new BiffRecord(
                BiffRecord.BOF,
                BiffRecord.buffer(16)
                        .putShort((short) 0x600)
                        .putShort((short) 0x20)
                        .putInt(0x07CC0DBB)
                        .array()));
        chart.add(new BiffRecord(0x1001, new byte[2]));
        chart.add(new BiffRecord(0x1002, new byte[16]));
        chart.add(new BiffRecord(0x1033, new byte[0]));
        chart.add(new BiffRecord(0x1034, new byte[0]));
        chart.add(new BiffRecord(0x200, new byte[14]));
        chart.add(new BiffRecord(0x1065, new byte[] {1, 0}));
        chart.add(BiffRecord.number(0, 0, (short) 0, Double.doubleToLongBits(77)));
        chart.add(BiffRecord.number(1, 0, (short) 0, Double.doubleToLongBits(78)));
        chart.add(new BiffRecord(0x1065, new byte[] {2, 0}));
        chart.add(BiffRecord.label(0, 1, (short) 0, "图"));
        if (ofItsOwn) {
            chart.add(new BiffRecord(BiffRecord.WINDOW2, new byte[18]));
        }
        chart.add(new BiffRecord(BiffRecord.EOF, new byte[0]));
        return chart;
    }
}
