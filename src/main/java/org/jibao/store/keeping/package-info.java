/** Backs up, restores and compacts the store, and looks at store files from outside. */
@NullMarked
package org.jibao.store.keeping;

import org.jspecify.annotations.NullMarked;
