package org.jibao.inbox;

import java.nio.file.Path;

/**
 * Where a file lies that was sent in a ZIP.
 *
 * @param zip the ZIP in the inbox
 * @param zipName its path inside the inbox, with {@code /}
 * @param zipSize in bytes
 * @param zipSha256 of its bytes
 * @param part the file's name in the ZIP
 */
public record PackedFile(Path zip, String zipName, long zipSize, String zipSha256, String part) {}
