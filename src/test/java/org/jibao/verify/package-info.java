/** Tests of trying a job folder out. */
@NullMarked
package org.jibao.verify;

import org.jspecify.annotations.NullMarked;
