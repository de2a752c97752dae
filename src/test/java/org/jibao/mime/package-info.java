/** Mails of strangers, line by line. */
@NullMarked
package org.jibao.mime;

import org.jspecify.annotations.NullMarked;
