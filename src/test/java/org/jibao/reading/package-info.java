/** Cells, labels, layouts, identities and defective files, each alone; then the sample county as a whole. */
@NullMarked
package org.jibao.reading;

import org.jspecify.annotations.NullMarked;
