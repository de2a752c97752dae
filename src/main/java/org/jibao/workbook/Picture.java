package org.jibao.workbook;

/**
 * A picture as it goes into a sheet.
 *
 * @param png drawn at twice the size, 192 dpi
 * @param width in pixels of 1/96 inch
 * @param height likewise
 * @param alternative what it shows, for those who cannot see it
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the painter to the file, never compared
public record Picture(byte[] png, int width, int height, String alternative) {}
