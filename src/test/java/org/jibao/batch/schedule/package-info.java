/** Tests of the package of the same name. */
@NullMarked
package org.jibao.batch.schedule;

import org.jspecify.annotations.NullMarked;
