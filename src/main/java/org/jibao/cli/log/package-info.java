/**
 * The log files of what runs: one for people, one of JSON lines for a log collector. The only package that knows which
 * library is behind SLF4J; whoever has something to log says it to SLF4J, with an event's name and its values as keys.
 */
@NullMarked
package org.jibao.cli.log;

import org.jspecify.annotations.NullMarked;
