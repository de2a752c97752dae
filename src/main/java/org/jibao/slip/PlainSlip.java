package org.jibao.slip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.checking.Verdict;
import org.jibao.finding.ReturnSlip;

/** A slip that is nothing but the list. */
final class PlainSlip {

    private PlainSlip() {}

    static byte[] of(Slip slip, String reason) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ListSheet list = new ListSheet(workbook, workbook.createSheet(ReturnSlip.LIST));
            boolean named = slip.verdict() == Verdict.REJECTED && !slip.name().isEmpty();
            String name = named ? SlipWords.NAME.formatted(slip.name()) : "";
            list.fill(slip, SlipWords.NO_COPY.formatted(reason), List.of(name));
            PackageProperties properties = workbook.getPackage().getPackageProperties();
            properties.setCreatedProperty(Optional.of(Date.from(slip.receivedAt())));
            properties.setCreatorProperty("Jibao");
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
