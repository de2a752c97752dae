package org.jibao.delivery;

/**
 * A finished file in its place.
 *
 * @param name its path inside the output folder, with {@code /}
 * @param size in bytes
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record DeliveredFile(String name, long size, String sha256) {}
