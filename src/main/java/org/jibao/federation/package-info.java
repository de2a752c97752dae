/**
 * Task: hands the returns of a period on to the upper office in one signed file, and says of such a file whether the
 * upper office would take it.
 */
@NullMarked
package org.jibao.federation;

import org.jspecify.annotations.NullMarked;
