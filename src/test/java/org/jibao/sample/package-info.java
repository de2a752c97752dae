/**
 * A fictional county and its returns: a seeded generator that writes {@code sample-data/} anew, byte for byte, and says
 * what must be found in it. Knows the printed forms by its own tables, so that it can contradict the job folder.
 */
@NullMarked
package org.jibao.sample;

import org.jspecify.annotations.NullMarked;
