package org.jibao.testkit.generated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Changes an {@code .xls} that POI has written, record by record, into what POI does not write: charts with numbers of their
 * own, chart sheets, packed numbers, texts outside the table of strings, bits that are no number, rows in any order.
 */
final class BiffStream {

    /** A number that stands in for bits that are none. */
    static final double TO_BE_NO_NUMBER = 1.2345678901234E200;

    private static final List<String> STREAM_NAMES = List.of("Workbook", "Workbook", "WORKBOOK", "Book", "WorkBook");
    private static final byte[] OF_EXCEL_5 = {0x09, 0x08, 0x08, 0, 0, 0x05, 0x05, 0, 0, 0, 0, 0, 0x0A, 0, 0, 0};

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
            sheets.add(
                    planned.chart
                            ? BiffSheet.chart(true)
                            : new BiffSheet(planned, random, features).edit(parts.get(i + 1)));
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
