/** One cell to exactly one status and value, by the table of the measures. Nothing is guessed. */
@NullMarked
package org.jibao.reading.meaning;

import org.jspecify.annotations.NullMarked;
