/**
 * Takes the figures of a period, gives what they would be about with the units that are missing, and what is still open
 * by its effect. Nothing of it is counted.
 */
@NullMarked
package org.jibao.estimation;

import org.jspecify.annotations.NullMarked;
