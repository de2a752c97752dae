/** Tests of packages. */
@NullMarked
package org.jibao.federation;

import org.jspecify.annotations.NullMarked;
