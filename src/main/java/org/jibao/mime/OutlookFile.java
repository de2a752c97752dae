package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.Chunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.mime.LeftPart.Why;
import org.jspecify.annotations.Nullable;

/** A message that Outlook has saved ({@code .msg}): a compound file with one stream for each property. */
final class OutlookFile {

    /** Properties by their numbers in [MS-OXPROPS]. */
    private static final int HEADERS = 0x007D;

    private static final List<Integer> SENDERS = List.of(0x5D01, 0x5D02, 0x0C1F, 0x0065);

    private static final Map<String, Integer> PROPERTIES =
            Map.of("message-id", 0x1035, "in-reply-to", 0x1042, "references", 0x1039, "subject", 0x0037);

    private static final int SECTOR_SHIFT = 0x1E;
    private static final int TABLE_SECTORS = 0x2C;

    private final Gathering found;
    private final LeafSorter leaves;

    OutlookFile(Gathering found, LeafSorter leaves) {
        this.found = found;
        this.leaves = leaves;
    }

    /** Takes its attachments and gives what its header says. */
    MailHeader read(byte[] bytes, Place place) throws MessagingException, IOException {
        checkSize(bytes);
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (sizes(files.getRoot(), 0) > bytes.length) {
                throw new PartDamage(Why.DAMAGED);
            }
            return read(new MAPIMessage(files), place);
        } catch (IOException | RuntimeException e) {
            throw e instanceof PartDamage damage ? damage : new PartDamage(Why.DAMAGED);
        } catch (StackOverflowError foldersInThemselves) {
            throw new PartDamage(Why.DAMAGED);
        }
    }

    /** The library makes room for as many sectors as the header says. */
    private static void checkSize(byte[] bytes) throws PartDamage {
        if (bytes.length < 512) {
            throw new PartDamage(Why.DAMAGED);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int shift = header.getShort(SECTOR_SHIFT);
        int sectors = header.getInt(TABLE_SECTORS);
        long each = 1L << Math.min(Math.max(shift, 9), 12);
        if (sectors < 0 || (sectors - 1L) * (each / Integer.BYTES) * each > bytes.length) {
            throw new PartDamage(Why.DAMAGED);
        }
    }

    /** Of all streams together: they are all held, and many that claim the same bytes would be more than the file. */
    private static long sizes(DirectoryEntry folder, int level) throws PartDamage {
        if (level > MailLimits.DEEPEST_LEVEL * 2) {
            throw new PartDamage(Why.TOO_DEEP);
        }
        long sizes = 0;
        for (Entry entry : folder) {
            if (entry instanceof DirectoryEntry inner) {
                sizes += sizes(inner, level + 1);
            } else if (entry instanceof DocumentEntry document) {
                sizes += Math.max(0, document.getSize());
            }
        }
        return sizes;
    }

    private MailHeader read(MAPIMessage message, Place place) throws MessagingException, IOException {
        message.setReturnNullOnMissingChunk(true);
        guessCharset(message);
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            if (!found.visit()) {
                found.leave("…", Why.TOO_MANY);
                break;
            }
            attached(attachment, place);
        }
        searchText(message);
        return new MailHeader(header(message));
    }

    private static void guessCharset(MAPIMessage message) {
        try {
            message.guess7BitEncoding();
        } catch (RuntimeException unknown) {
            return;
        }
    }

    private void attached(AttachmentChunks attachment, Place place) throws MessagingException {
        String name = text(attachment.getAttachLongFileName());
        name = name.isBlank() ? text(attachment.getAttachFileName()) : name;
        ByteChunk bytes = attachment.getAttachData();
        byte[] value = bytes == null ? null : bytes.getValue();
        if (attachment.isEmbeddedMessage()) {
            embedded(attachment, name, place);
        } else if (value == null) {
            found.leave(name, Why.OTHER_KIND);
        } else {
            boolean shown = attachment.getAttachContentId() != null;
            String type = text(attachment.getAttachMimeTag()).toLowerCase(Locale.ROOT);
            leaves.takeOne(Leaf.of(name, type, shown, () -> new ByteArrayInputStream(value)), place);
        }
    }

    private void embedded(AttachmentChunks attachment, String name, Place place) throws MessagingException {
        if (place.inMail().tooDeep()) {
            found.leave(name, Why.TOO_DEEP);
            return;
        }
        try {
            read(Objects.requireNonNull(attachment.getEmbeddedMessage()), place.inMail());
        } catch (IOException | RuntimeException e) {
            found.leave(name, Why.DAMAGED);
        }
    }

    private void searchText(MAPIMessage message) {
        try {
            leaves.largeLinkIn(message.getTextBody());
            leaves.largeLinkIn(message.getHtmlBody());
        } catch (ChunkNotFoundException | RuntimeException none) {
            return;
        }
    }

    /** The header with which the mail came, where Outlook has kept it; what it lacks is taken from the properties. */
    private static MailHeader.Values header(MAPIMessage message) throws MessagingException {
        Map<String, String> properties = new HashMap<>();
        PROPERTIES.forEach((name, number) -> property(message, number, name, properties));
        SENDERS.forEach(number -> sender(message, number, properties));
        String kept = text(message, HEADERS);
        byte[] bytes = kept.getBytes(StandardCharsets.UTF_8);
        InternetHeaders headers = new InternetHeaders(
                new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, MailLimits.HEADER_BYTES)));
        date(message, properties);
        return name -> {
            String[] values = headers.getHeader(name);
            if (values != null) {
                return List.of(values);
            }
            String property = properties.get(name.toLowerCase(Locale.ROOT));
            return property == null ? List.of() : List.of(property);
        };
    }

    private static void property(MAPIMessage message, int number, String name, Map<String, String> properties) {
        String text = text(message, number);
        if (!text.isBlank()) {
            properties.put(name, text);
        }
    }

    private static void sender(MAPIMessage message, int number, Map<String, String> properties) {
        SingleAddress.plain(text(message, number).strip())
                .ifPresent(address -> properties.putIfAbsent("from", address));
    }

    private static void date(MAPIMessage message, Map<String, String> properties) {
        try {
            Calendar date = message.getMessageDate();
            if (date != null) {
                properties.put("date", new jakarta.mail.internet.MailDateFormat().format(date.getTime()));
            }
        } catch (ChunkNotFoundException | RuntimeException none) {
            return;
        }
    }

    private static String text(MAPIMessage message, int number) {
        for (Chunk chunk : message.getMainChunks().getChunks()) {
            if (chunk.getChunkId() == number && chunk instanceof StringChunk text) {
                return text(text);
            }
        }
        return "";
    }

    private static String text(@Nullable StringChunk chunk) {
        String value = chunk == null ? null : chunk.getValue();
        return value == null ? "" : value.replace("\0", "");
    }
}
