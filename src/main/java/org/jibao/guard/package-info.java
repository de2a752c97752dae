/**
 * Walls that text and files of every stage pass: numbers of persons are masked, a terminal is sent nothing that it obeys, a
 * spreadsheet nothing that it computes, and what is written is its owner's alone. Takes and gives plain text and paths.
 */
@NullMarked
package org.jibao.guard;

import org.jspecify.annotations.NullMarked;
