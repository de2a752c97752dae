package org.jibao.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a register as text, and a line as its columns. Each is read by itself, so that a bad one spoils no other. */
final class RegisterLines {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private RegisterLines() {}

    /** UTF-8 where every byte of a line fits it, else GB18030, which is what a Chinese Excel writes; "Unicode text" has its mark. */
    static List<String> of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return lines(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return lines(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
                line.write(bytes[i]);
            } else if (i == bytes.length || bytes[i] == '\n' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                lines.add(decoded(line.toByteArray()));
                line.reset();
            }
        }
        if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
            lines.set(0, lines.get(0).substring(1));
        }
        return lines;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\n|\r", -1));
    }

    private static String decoded(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(line, CHINESE);
        }
    }

    /** Excel writes what the machine's region says; the header tells. */
    static char separator(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /**
     * The columns of a line without the empty ones that a spreadsheet puts behind; a line of nothing else has none.
     *
     * @return null where a quotation mark has no partner
     */
    static @Nullable List<String> columns(String line, char separator) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"' && inQuotes && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                column.append(sign);
                i++;
            } else if (sign == '"' && (inQuotes || column.toString().isBlank())) {
                inQuotes = !inQuotes;
            } else if (sign == separator && !inQuotes) {
                columns.add(column.toString().strip());
                column.setLength(0);
            } else {
                column.append(sign);
            }
        }
        columns.add(column.toString().strip());
        while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
            columns.remove(columns.size() - 1);
        }
        return inQuotes ? null : columns;
    }
}
