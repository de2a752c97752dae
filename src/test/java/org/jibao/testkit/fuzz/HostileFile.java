package org.jibao.testkit.fuzz;

/**
 * A file that a stranger might send.
 *
 * @param name as it is put into an inbox
 * @param made how it was made, for a report
 */
public record HostileFile(String name, byte[] bytes, String made) {}
