package org.jibao.testkit.generated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Changes an {@code .xls} that POI has written, record by record, into what POI does not write: charts with numbers of their
 * own, chart sheets, packed numbers, texts outside the table of strings, bits that are no number, rows in any order.
 */
final class BiffStream {

    /** A number that stands in for bits that are none. */
    static final double TO_BE_NO_NUMBER = 1.2345678901234E200;

    private static final long[] NO_NUMBERS = {
        0x7FF8000000000000L, 0xFFF8000000000000L, 0x7FF0000000000000L, 0xFFFFFFFFFFFFFFFFL, 0x7FF4000000000001L
    };
    private static final List<String> STREAM_NAMES = List.of("Workbook", "Workbook", "WORKBOOK", "Book", "WorkBook");
    private static final byte[] OF_EXCEL_5 = {0x09, 0x08, 0x08, 0, 0, 0x05, 0x05, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0};
    private static final int LONGEST_LABEL = 200;

    private final PlannedWorkbook plan;
    private final Random random;

    private final Set<String> features;

    private BiffStream(PlannedWorkbook plan, Random random, Set<String> features) {
        this.plan = plan;
        this.random = random;
        this.features = features;
    }

    /** @param features is told what is odd about the file */
    static byte[] edit(byte[] file, PlannedWorkbook plan, Random random, Set<String> features) throws IOException {
        try (POIFSFileSystem before = new POIFSFileSystem(new ByteArrayInputStream(file));
                POIFSFileSystem after = new POIFSFileSystem()) {
            byte[] stream = before.createDocumentInputStream("Workbook").readAllBytes();
            byte[] edited = new BiffStream(plan, random, features).edit(stream);
            String name = STREAM_NAMES.get(random.nextInt(STREAM_NAMES.size()));
            features.add("STREAM " + name);
            after.createDocument(new ByteArrayInputStream(edited), name);
            if (name.equals("Workbook") && random.nextInt(6) == 0) {
                // As Excel saves for itself and the versions before it.
                after.createDocument(new ByteArrayInputStream(OF_EXCEL_5), "Book");
                features.add("TWO STREAMS");
            }
            for (String other : before.getRoot().getEntryNames()) {
                if (!other.equals("Workbook")) {
                    after.createDocument(before.createDocumentInputStream(other), other);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            after.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private byte[] edit(byte[] stream) {
        List<List<BiffRecord>> parts = parts(BiffRecord.chain(stream));
        List<BiffRecord> globals = globals(parts.get(0));
        List<List<BiffRecord>> sheets = new ArrayList<>();
        for (int i = 0; i < plan.sheets().size(); i++) {
            PlannedSheet planned = plan.sheets().get(i);
            sheets.add(planned.chart ? chart(true) : sheet(parts.get(i + 1), planned));
        }
        return assembled(globals, sheets);
    }

    /** The globals and each sheet; a chart in a sheet is a part within it. */
    private static List<List<BiffRecord>> parts(List<BiffRecord> chain) {
        List<List<BiffRecord>> parts = new ArrayList<>();
        int depth = 0;
        for (BiffRecord one : chain) {
            if (one.sid() == BiffRecord.BOF && depth++ == 0) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(one);
            depth -= one.sid() == BiffRecord.EOF ? 1 : 0;
        }
        return parts;
    }

    private List<BiffRecord> globals(List<BiffRecord> before) {
        List<BiffRecord> after = new ArrayList<>();
        int sheet = 0;
        for (BiffRecord one : before) {
            if (one.sid() == BiffRecord.DATE_MODE) {
                after.add(new BiffRecord(one.sid(), new byte[] {(byte) (plan.date1904() ? 1 : 0), 0}));
            } else if (one.sid() == BiffRecord.BOUND_SHEET) {
                byte[] body = one.body().clone();
                body[5] = (byte)
                        (plan.sheets().get(sheet).chart ? 2 : plan.sheets().get(sheet).macros ? 1 : 0);
                sheet++;
                after.add(new BiffRecord(one.sid(), body));
            } else {
                after.add(one);
            }
        }
        return after;
    }

    private List<BiffRecord> sheet(List<BiffRecord> before, PlannedSheet planned) {
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
        after.replaceAll(one -> changed(one, planned, pack, labels));
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

    private BiffRecord changed(BiffRecord one, PlannedSheet planned, boolean pack, boolean labels) {
        if (one.sid() == BiffRecord.NUMBER) {
            if (one.read().getDouble(6) == TO_BE_NO_NUMBER) {
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
    private static List<BiffRecord> chart(boolean ofItsOwn) {
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

    /** Tells the globals where each sheet begins; the sheets may lie in another order than they are listed. */
    private byte[] assembled(List<BiffRecord> globals, List<List<BiffRecord>> sheets) {
        int begin = globals.stream().mapToInt(BiffRecord::size).sum();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sheets.size()).boxed().toList());
        if (sheets.size() > 1 && random.nextInt(8) == 0) {
            Collections.shuffle(order, random);
            features.add("SHEETS SHUFFLED");
        }
        int[] places = new int[sheets.size()];
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        for (int sheet : order) {
            places[sheet] = begin + tail.size();
            sheets.get(sheet).forEach(record -> record.writeTo(tail));
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int sheet = 0;
        for (BiffRecord one : globals) {
            if (one.sid() == BiffRecord.BOUND_SHEET) {
                one.read().putInt(0, places[sheet++]);
            }
            one.writeTo(stream);
        }
        stream.writeBytes(tail.toByteArray());
        if (random.nextInt(6) == 0) {
            stream.writeBytes(new byte[random.nextInt(600)]);
        }
        return stream.toByteArray();
    }
}
