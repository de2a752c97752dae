/**
 * Whose a file is and for when: by the template's mark, the cover and the file name. Where they disagree, the file is
 * rejected with both readings named.
 */
@NullMarked
package org.jibao.reading.identity;

import org.jspecify.annotations.NullMarked;
