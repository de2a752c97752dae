/** The export, table by table; the whole of it is under test in {@code flow}. */
@NullMarked
package org.jibao.delivery.export;

import org.jspecify.annotations.NullMarked;
